// Several calls under way on one connection: each gets its own reply, whichever ends first.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { interleave } from '../../test/interleaving';
import { PATIENCE } from '../../test/protocol-laws';
import { parseInterface } from '../idl/parse';
import { Dynamic, type Outcome, type Value } from '../idl/value';
import { dubbo } from './dubbo/dubbo';
import { grpc } from './grpc/grpc';
import type { Options, Protocol } from './protocol';
import type { Statement } from './statement';
import { thrift } from './thrift/thrift';

const service = parseInterface('service demo.Echo\necho(n: int, text: string): string\n');

/** What the function returns for the call with this number. */
const answerTo = (n: Value): Outcome => ({ kind: 'returned', value: `${'reply '.repeat(Number(n) % 7)}${n}` });

interface Multiplexing {
  readonly protocol: Protocol;
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Octets of the largest argument. */
  readonly largest: number;
}

const MULTIPLEXING: readonly Multiplexing[] = [
  { protocol: grpc, options: { client: ['grpc-js', 'c-core'], server: ['grpc-js', 'c-core'] }, largest: 40_000 },
  { protocol: dubbo, options: { client: ['dubbo2', 'sofa'], server: ['sofa', 'apache'] }, largest: 50 },
  {
    protocol: thrift,
    options: {
      client: ['node'],
      server: ['node', 'python'],
      encoding: ['binary', 'compact', 'json'],
      framing: ['buffered', 'framed'],
    },
    largest: 50,
  },
];

describe.each(MULTIPLEXING)('Calls of $protocol.title at the same time', ({ protocol, options, largest }) => {
  const arbitraryOptions = fc.record(
    Object.fromEntries(Object.entries(options).map(([name, choices]) => [name, fc.constantFrom(...choices)])),
  ) as fc.Arbitrary<Options>;
  const lengths = fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, fc.nat(largest)), {
    minLength: 2,
    maxLength: 6,
  });
  const drawing = fc.infiniteStream(fc.nat());

  const run = (chosen: Options, sizes: readonly number[], draws: Iterator<number>, givenUp?: ReadonlySet<number>) =>
    interleave(protocol, {
      service,
      options: chosen,
      calls: sizes.map((size, n) => ({ method: 'echo', args: [n, 'x'.repeat(size)] })),
      givenUp,
      perform: ({ args: [n] }) => answerTo(n),
      draw: below => Number(draws.next().value) % below,
    });

  test.prop([arbitraryOptions, lengths, drawing], { numRuns: 60 })(
    'get their own replies in any interleaving, and a recording of them tells the same',
    (chosen, sizes, draws) => {
      expect(protocol.multiplexes(chosen)).toBe(true);
      const { outcomes, c2s, s2c } = run(chosen, sizes, draws);
      expect(outcomes).toEqual(sizes.map((_, n) => [answerTo(n)]));
      const replies = new Map(statements(protocol, 's2c', s2c).flatMap(repliesIn));
      const told = statements(protocol, 'c2s', c2s).flatMap(callsIn);
      expect(told.map(([, n]) => n).sort()).toEqual(sizes.map((_, n) => n));
      for (const [id, n] of told) expect(replies.get(id)).toContain((answerTo(n) as { value: string }).value);
    },
    PATIENCE,
  );

  if (protocol.calls.givingUp)
    test.prop([arbitraryOptions, lengths, drawing, fc.uniqueArray(fc.nat(5))], { numRuns: 60 })(
      'get their own replies also when others are given up',
      (chosen, sizes, draws, givenUp) => {
        const { outcomes } = run(chosen, sizes, draws, new Set(givenUp));
        for (const [n] of sizes.entries())
          if (!givenUp.includes(n) || outcomes[n]) expect(outcomes[n]).toEqual([answerTo(n)]);
      },
      PATIENCE,
    );
});

function statements(protocol: Protocol, direction: 'c2s' | 's2c', octets: Uint8Array): readonly Statement[] {
  const dissector = protocol.dissect(direction);
  return [...dissector.push(octets), ...dissector.end()].flatMap(({ says }) => says ?? []);
}

function callsIn(statement: Statement): [id: unknown, n: number][] {
  if (statement.kind !== 'request') return [];
  // What gRPC leaves out is zero.
  return statement.calls.map(({ id, args }) => [id, Number(args.map(plain).find(arg => typeof arg === 'number') ?? 0)]);
}

function repliesIn(statement: Statement): [id: unknown, text: string][] {
  if (statement.kind !== 'reply') return [];
  return statement.outcomes.map(({ id, outcome }) => [
    id,
    outcome.kind === 'returned' ? String(texts(outcome.value)) : '',
  ]);
}

function plain(value: Value): Value {
  return value instanceof Dynamic ? value.value : value;
}

function texts(value: Value): Value[] {
  const inner = plain(value);
  return inner instanceof Map ? [...inner.values()].flatMap(texts) : [inner];
}
