// What holds for every protocol: a reader finds the fields that the writer wrote, and no octet of a stream is without a field, however damaged it is.
import { test } from '@fast-check/vitest';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect } from 'vitest';
import type { ServiceInterface } from '../src/idl/types';
import type { Outcome, Value } from '../src/idl/value';
import type { ClientConnection, Options, Outgoing, Peer, Protocol, ServerConnection } from '../src/protocols/protocol';
import type { Pdu } from '../src/wire/bytes/pdu';
import { tilingFault } from '../src/wire/bytes/tiling';
import { type ArbitraryCall, serviceOf } from './arbitraries';

/** Milliseconds that a test with many runs may take on a busy machine. */
export const PATIENCE = 60_000;

/** Both ends of a new connection. */
export interface Ends {
  readonly client: ClientConnection;
  readonly server: ServerConnection;
}

/** Opens both ends of a connection whose clock stands and whose random numbers are all the same. */
export function openEnds(protocol: Protocol, service: ServiceInterface, options: Options = {}): Ends {
  const context = { service, options, authority: 'localhost:1', now: () => 0, random: () => 0x12345678 };
  return { client: protocol.openClient(context).connect(), server: protocol.openServer(context).accept() };
}

/** The octets of `outgoing` as `peer` writes them when nothing holds it back. */
export function written(peer: Peer, outgoing: Outgoing): Pdu {
  for (let write = 0; write < outgoing.writes.length; write++) peer.mayWrite?.(outgoing, write);
  return outgoing.pdu;
}

/** The fields that a reader found are those that the writer wrote. */
export function expectSame(read: Pdu, written: Pdu): void {
  expect(read.title).toBe(written.title);
  expect(read.bytes).toEqual(written.bytes);
  expect(read.annotations.toColumns()).toEqual(written.annotations.toColumns());
  expect(tilingFault(read.annotations, read.bytes.length)).toBeUndefined();
}

/** How many octets the PDUs have together; each octet belongs to one leaf field. */
function explained(pdus: readonly { readonly pdu: Pdu }[]): number {
  for (const { pdu } of pdus)
    for (let each: Pdu | undefined = pdu; each; each = each.content)
      expect(tilingFault(each.annotations, each.bytes.length)).toBeUndefined();
  return pdus.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0);
}

/** The octets in portions, as TCP may deliver them. */
export function* portions(octets: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < octets.length; at += size) yield octets.slice(at, at + size);
}

interface DamageLaws {
  readonly calls: Arbitrary<ArbitraryCall>;
  readonly options: Arbitrary<Options>;
  /** Whether the call can be written with these options; without it, every call can. */
  readonly carries?: (call: ArbitraryCall, options: Options) => boolean;
  /** Whether octets at random may look like the protocol. */
  readonly mistakable?: boolean;
}

/** Declares the tests of streams with octets that are not what they were. */
export function describeDamagedStreams(protocol: Protocol, laws: DamageLaws): void {
  const { calls, options: arbitraryOptions, carries = () => true, mistakable = false } = laws;
  const faults = fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), octet: fc.nat(255) }), {
    maxLength: 4,
  });

  describe('A damaged stream', () => {
    test.prop([calls, arbitraryOptions, faults, fc.integer({ min: 1, max: 200 })], { numRuns: 300 })(
      'is explained to the last octet, and neither stub breaks',
      (call, options, damage, size) => {
        fc.pre(carries(call, options));
        const ends = openEnds(protocol, serviceOf(call.method), options);
        const sent = spoilt(requestOf(ends.client, call), damage);
        const dissector = protocol.dissect('c2s');
        const found: { readonly pdu: Pdu }[] = [];
        ends.client.receive(spoilt(ends.server.opening?.().pdu.bytes ?? new Uint8Array(0), damage));
        for (const octets of portions(sent, size)) {
          found.push(...dissector.push(octets));
          for (const reply of repliesTo(octets, ends.server, call.result))
            explained(ends.client.receive(spoilt(reply, damage)));
        }
        explained(ends.client.end());
        expect(explained([...found, ...dissector.end()])).toBe(sent.length);
      },
      PATIENCE,
    );

    test.prop([fc.uint8Array({ maxLength: 200 }), fc.constantFrom('c2s' as const, 's2c' as const)], { numRuns: 500 })(
      'of any octets is explained to the last octet',
      (octets, direction) => {
        const dissector = protocol.dissect(direction);
        expect(explained([...dissector.push(octets), ...dissector.end()])).toBe(octets.length);
        const sureness = protocol.recognise(octets, octets);
        if (!mistakable) expect(sureness).toBe(0);
      },
      PATIENCE,
    );
  });
}

/** All that a client writes to make a call on a new connection. */
function requestOf(client: ClientConnection, { method, args }: ArbitraryCall): Uint8Array {
  const opening = client.opening?.().pdu.bytes ?? new Uint8Array(0);
  const request = written(client, client.request([{ method: method.name, args }], false)).bytes;
  return Uint8Array.from([...opening, ...request]);
}

/** What the server writes back when its functions return `result`, as far as it understands `octets`. */
function repliesTo(octets: Uint8Array, server: ServerConnection, result: Value): Uint8Array[] {
  const incoming = server.receive(octets);
  explained(incoming);
  return incoming.flatMap(({ content }) => {
    if (!content || 'code' in content) return [];
    const reply = content.reply(content.invocations.map((): Outcome => ({ kind: 'returned', value: result })));
    return reply ? [written(server, reply).bytes] : [];
  });
}

function spoilt(octets: Uint8Array, damage: readonly { readonly place: number; readonly octet: number }[]): Uint8Array {
  const copy = Uint8Array.from(octets);
  if (copy.length > 0) for (const { place, octet } of damage) copy[Math.floor(place * (copy.length - 1))] = octet;
  return copy;
}
