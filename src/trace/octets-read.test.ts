import { describe, expect, it } from 'vitest';
import { presetById } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { messageOfExchange } from './messages';
import { octetsRead } from './octets-read';

/** The request as it came in, and its octets that are not as they were written. */
function requestOf(scenario: Scenario) {
  const trace = simulate(scenario);
  const { id, pdu } = messageOfExchange(trace, 0, 'c2s')!;
  const octets = octetsRead(trace, id);
  return { octets, changed: [...(octets ?? [])].filter((octet, place) => octet !== pdu.bytes[place]) };
}

const UNSEEN = presetById('unseen-damage')!.scenario;

describe('a message as its receiver has it', () => {
  it('has the bits that were flipped on the way', () => {
    expect(requestOf(UNSEEN).changed.map(octet => String.fromCharCode(octet))).toContain('7');
  });

  it('is as it was written where nothing was damaged, or where the checksum has seen it', () => {
    expect(requestOf({ ...UNSEEN, faults: [] }).octets).toBeUndefined();
    const [flip] = UNSEEN.faults;
    const seen = { ...flip, bits: [1669] } as typeof flip;
    expect(requestOf({ ...UNSEEN, faults: [seen] }).octets).toBeUndefined();
  });
});
