// The laws of a connection, whatever befalls its packets.
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type End, type Outcome, type Trial, tryConnection } from '../../../test/rough-connection';
import { arbitraryTrial } from '../../../test/trials';

/** The law looks at many runs. */
const SLOW_MACHINE_MS = 60_000;

describe('a connection over a bad path', () => {
  test.prop([arbitraryTrial], { numRuns: 80 })(
    'delivers in order what was written, all of it if it says so, ends, and does the same the second time',
    trial => {
      const outcome = tryConnection(trial);
      expectStream(outcome.client, outcome.server);
      expectStream(outcome.server, outcome.client);
      expectEnd(outcome, trial);
      expect(tryConnection(trial).record).toBe(outcome.record);
    },
    SLOW_MACHINE_MS,
  );
});

/** What `reader` got is the beginning of what `writer` wrote, and all of it when it was told of the end. */
function expectStream(writer: End, reader: End): void {
  const { read, hasEnd } = reader;
  expect(Buffer.from(read).equals(writer.written.subarray(0, read.length))).toBe(true);
  if (hasEnd) expect(read.length).toBe(writer.written.length);
}

/**
 * Closed in order, or failed with a reason, or with nothing left to do. Who waits for the acknowledgment of its FIN for longer than the peer
 * is in TIME-WAIT gets a reset instead: RFC 9293 §3.10.7.1.
 */
function expectEnd({ client, server }: Outcome, trial: Trial): void {
  if (client.failure || server.failure) return;
  const closings = [trial.client.closes, trial.server.closes];
  const closes = closings.includes('at once') && !closings.includes('never');
  for (const [end, peer] of [
    [client, server],
    [server, client],
  ]) {
    if (closes) expect(['CLOSED', 'TIME-WAIT']).toContain(end.state);
    expect(end.isAllAcknowledged || (end.state === 'CLOSED' && peer.hasEnd)).toBe(true);
  }
}
