// Runs in which several calls share an HTTP/2 connection, and the frames of their requests or replies stand between one another.
import { CANONICAL } from '../src/scenario/canonical';
import type { Fault } from '../src/scenario/faults';
import type { Scenario } from '../src/scenario/scenario';

const INTERFACE = 'service demo.Numbers\ncount(n: int): string\nlength(text: string): int\n';

interface Call {
  readonly method: string;
  readonly args: readonly (number | string)[];
  readonly cancelAfter?: number;
}

/** All calls are made at the same time, and each has a worker of its own. */
function atOnce(calls: readonly Call[], changes: Partial<Scenario> = {}): Scenario {
  return {
    ...CANONICAL,
    protocol: 'grpc',
    interface: INTERFACE,
    server: { count: { does: 'count-up' }, length: { does: 'length' } },
    calls,
    load: { rounds: 1, callers: calls.length, workers: calls.length },
    ...changes,
  };
}

/** As many numbers of eight characters. The smaller windows of HTTP/2 hold 8191 of them: RFC 9113 §6.9.2. */
const count = (n: number): Call => ({ method: 'count', args: [n] });
const THREE_SHORT = [3, 4, 5].map(count);
const THREE_LONG = [6000, 5000, 4000].map(count);

const drop = (direction: 'c2s' | 's2c', nth: number): readonly Fault[] => [
  { does: 'drop', packet: { connection: 0, direction, nth } },
];

/** A run by what is special about it. */
export const INTERLEAVED: Readonly<Record<string, Scenario>> = {
  'short replies, whose trailers are written apart': atOnce(THREE_SHORT),
  'replies longer than the windows': atOnce(THREE_LONG),
  'replies of another library': atOnce([9000, 9000, 5000].map(count), {
    options: { client: 'grpc-js', server: 'c-core' },
  }),
  'requests longer than the windows': atOnce(
    [60_000, 50_000, 40_000].map(length => ({ method: 'length', args: ['x'.repeat(length)] })),
  ),
  'a packet lost where two replies meet': atOnce(THREE_LONG, { faults: drop('s2c', 29) }),
  'a packet lost at the beginning of the first reply': atOnce(THREE_SHORT, { faults: drop('s2c', 6) }),
  'a request lost among the others': atOnce(THREE_SHORT, { faults: drop('c2s', 5) }),
  'a call given up before its reply': atOnce([{ ...count(6000), cancelAfter: 100 }, count(5000), count(4000)]),
  'a call given up amid its reply': atOnce([{ ...count(20_000), cancelAfter: 225 }, count(5000), count(4000)]),
};
