// The runs of a tree's scenarios. A run can be made again at any time, so only those seen last are kept, as many as have room together.
import type { Scenario } from '../scenario/scenario';
import type { Trace } from '../trace/trace';

/** Octets of messages and packets that are kept altogether. The fields of a message take some five times its octets. */
const KEPT_OCTETS = 8 * 1024 * 1024;

/** However small they are. */
const MOST_KEPT = 20;

/** `run`, which remembers its last runs: those that have `most` octets together, and the newest in any case. */
export function keeping(run: (scenario: Scenario) => Trace, most = KEPT_OCTETS): (scenario: Scenario) => Trace {
  const kept = new Map<Scenario, Trace>();
  return scenario => {
    const trace = kept.get(scenario) ?? run(scenario);
    // Seen last, forgotten last.
    kept.delete(scenario);
    kept.set(scenario, trace);
    let octets = 0;
    for (const [i, [other, older]] of [...kept].reverse().entries()) {
      octets += octetsOf(older);
      if (i > 0 && (octets > most || i >= MOST_KEPT)) kept.delete(other);
    }
    return trace;
  };
}

function octetsOf({ messages, packets }: Trace): number {
  const ofMessages = messages.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0);
  return packets.reduce((sum, { bytes }) => sum + bytes.length, ofMessages);
}
