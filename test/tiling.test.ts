// The first law of annotated bytes, for everything that is on the wire in the built-in scenarios: every octet belongs to exactly one leaf field.
import { describe, expect, it } from 'vitest';
import { smallPresets } from '../src/scenario/presets';
import { simulate } from '../src/simulation/simulate';
import { dissect, fieldAt, pduOf } from '../src/trace/dissection';
import type { PduRef } from '../src/trace/selection';
import type { Trace } from '../src/trace/trace';
import { tilingFault } from '../src/wire/bytes/tiling';

/** At most so many packets of a run are looked at. */
const MOST_PACKETS = 60;

function refsOf(run: Trace): PduRef[] {
  const messages = run.messages.flatMap(({ id }) => [{ of: 'message', id } as const, { of: 'content', id } as const]);
  const packets = run.packets.slice(0, MOST_PACKETS).map(({ id }) => ({ of: 'packet', id }) as const);
  return [...messages, ...packets].filter(ref => pduOf(run, ref) !== undefined);
}

describe.each(smallPresets.map(({ id, scenario }) => [id, simulate(scenario)] as const))('in the run %s', (_, run) => {
  it('the leaf fields tile every message, what it stands for, and every frame', () => {
    for (const ref of refsOf(run)) {
      const { annotations, bytes } = pduOf(run, ref)!;
      expect(tilingFault(annotations, bytes.length), `${ref.of} ${ref.id}`).toBeUndefined();
    }
  });

  it('nothing is without an explanation: no octet is of unknown kind', () => {
    for (const ref of refsOf(run)) {
      const dissection = dissect(run, ref)!;
      for (let at = 0; at < dissection.bytes.length; ) {
        const field = fieldAt(dissection, at)!;
        expect(field.node.kind.format, `${ref.of} ${ref.id} octet ${at}`).not.toBe('bytes');
        at = field.end;
      }
    }
  });
});
