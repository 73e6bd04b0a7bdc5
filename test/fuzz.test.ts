// A few thousand of the inputs that `npm run fuzz` makes.
import { expect, it } from 'vitest';
import { conversationTargets } from '../scripts/fuzz/conversations';
import { formatTargets } from '../scripts/fuzz/formats';
import { fuzz } from '../scripts/fuzz/fuzz';

it('No decoder breaks at damaged octets, or finds more fields in them than they can bear', () => {
  const { faults, refused, inputs } = fuzz([...formatTargets(), ...conversationTargets()], 3000, 7, () => 0);
  expect(faults).toEqual([]);
  // The damage is such that much is refused, and much can still be read.
  expect(refused).toBeGreaterThan(inputs / 10);
  expect(inputs - refused).toBeGreaterThan(inputs / 10);
});
