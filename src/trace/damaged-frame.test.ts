import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { protocolById } from '../protocols';
import { presets } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { leafFields } from '../wire/bytes/field-tree';
import { fieldValue } from '../wire/bytes/field-value';
import { tilingFault } from '../wire/bytes/tiling';
import { compensatingBit, vulnerableBit } from './damage';
import { dissectDamaged } from './damaged-frame';
import { type Dissection, fieldAt } from './dissection';
import { placeOf } from './packet-place';
import { isWritten, shownPdu } from './questions';
import type { Packet, Trace } from './trace';

const CANONICAL = presets.find(({ id }) => id === 'xml-rpc-fun-add')!.scenario;
/** Of every protocol, with what has to be inflated among them. */
const SCENARIOS = presets.map(({ scenario }) => scenario).filter(scenario => simulate(scenario).packets.length < 30);

/** The run of `scenario` in which `bits` of its packet `id` are flipped, and that packet. */
function damaged(scenario: Scenario, id: number, bits: readonly number[]): [Trace, Packet] {
  const before = simulate(scenario);
  const packet = placeOf(before, before.packets[id]);
  const trace = simulate({ ...scenario, faults: [...scenario.faults, { does: 'flip', packet, bits }] });
  return [trace, trace.packets.find(each => each.arrivedBytes && each.id === id)!];
}

function arrived(trace: Trace, { id }: Packet): Dissection {
  return dissectDamaged(trace, { of: 'packet', id, arrived: true }, protocolById(trace.protocol)?.implementation.get());
}

/** What the field at octet `at` holds. */
function valueAt(dissection: Dissection, at: number): unknown {
  const field = fieldAt(dissection, at)!;
  return fieldValue({ ...field.node, start: field.start, end: field.end }, dissection.bytes);
}

/** The packet of the canonical run that carries its first argument, and the lowest bit of that. */
function argument(): { id: number; bit: number; other: number } {
  const trace = simulate(CANONICAL);
  const packet = trace.packets.findLast(({ direction, segment }) => direction === 'c2s' && segment.length > 0)!;
  const bit = vulnerableBit(trace, packet);
  return { id: packet.id, bit, other: compensatingBit(packet, bit)! };
}

describe('a frame of which one bit was flipped', () => {
  const { id, bit } = argument();
  const [trace, packet] = damaged(CANONICAL, id, [bit]);
  const dissection = arrived(trace, packet);

  it('has the fields that its octets say: the argument is another', () => {
    expect(valueAt(dissection, bit >>> 3)).toBe('3');
    const sent = dissectDamaged(trace, { of: 'packet', id }, undefined);
    expect(valueAt(sent, bit >>> 3)).toBe('2');
    expect(sent.bytes).toBe(packet.bytes);
  });

  it('is shown as sent until it has arrived, and from then on as it arrived', () => {
    const arrives = trace.events.findIndex(event => event.type === 'arrived' && event.packet === id);
    const pinned = { kind: 'packet', packet: id } as const;
    expect(shownPdu(trace, arrives - 1, pinned, arrives - 1)).toEqual({ of: 'packet', id });
    expect(shownPdu(trace, arrives, undefined, -1)).toEqual({ of: 'packet', id, arrived: true });
    expect(isWritten(trace, { of: 'packet', id, arrived: true }, arrives - 1)).toBe(false);
    expect(isWritten(trace, { of: 'packet', id, arrived: true }, arrives)).toBe(true);
  });

  it('has a checksum that does not hold, and was thrown away for it', () => {
    const { checksums, fate, octets, bits } = dissection.damage!;
    const at = bit >>> 3;
    expect(octets).toEqual([{ start: at, end: at + 1 }]);
    expect([...bits]).toEqual([bit]);
    expect(checksums.map(({ header, holds }) => [header, holds])).toEqual([
      ['IPv4', true],
      ['TCP', false],
    ]);
    // One bit more in the low half of a word: the complement of the sum is one less.
    const [, tcp] = checksums;
    expect(tcp.carried).toBe((packet.bytes[50] << 8) | packet.bytes[51]);
    expect(Math.abs(tcp.right - tcp.carried)).toBe(bit % 16 === 15 ? 1 : 256);
    expect(fate).toBe('checksum');
  });
});

describe('a frame of which two bits were flipped that make up for each other', () => {
  const { id, bit, other } = argument();
  const [trace, packet] = damaged(CANONICAL, id, [bit, other]);
  const { checksums, fate, bits } = arrived(trace, packet).damage!;

  it('has checksums that hold, and was taken', () => {
    expect([...bits].sort((a, b) => a - b)).toEqual([bit, other].sort((a, b) => a - b));
    for (const { carried, right, holds } of checksums) expect([holds, right]).toEqual([true, carried]);
    expect(fate).toBe('taken');
  });
});

describe('what cannot be read any more', () => {
  it('is told with the octet where reading ends: a tag of the document that is none', () => {
    const { id } = argument();
    const trace = simulate(CANONICAL);
    const text = String.fromCharCode(...trace.packets[id].bytes);
    const at = text.indexOf('</methodName>');
    // '<' 0x3c becomes '|' 0x7c, so the end of the name is not seen.
    const [run, packet] = damaged(CANONICAL, id, [at * 8 + 1]);
    const { unreadable } = arrived(run, packet).damage!;
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0].at).toBeGreaterThanOrEqual(at);
    expect(unreadable[0].at).toBeLessThan(packet.bytes.length);
  });

  it('is all behind Ethernet’s header when that does not announce IPv4 any more', () => {
    const [trace, packet] = damaged(CANONICAL, 0, [12 * 8]);
    const { unreadable, checksums, fate } = arrived(trace, packet).damage!;
    expect(unreadable).toEqual([{ problem: expect.objectContaining({ code: 'frame.not-tcp' }), at: 12 }]);
    expect(checksums).toEqual([]);
    expect(fate).toBe('unreadable');
  });
});

describe('a frame with any bits flipped, of any protocol', () => {
  test.prop([fc.constantFrom(...SCENARIOS), fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 4 })], {
    numRuns: 25,
  })('has a field for each octet, and is thrown away if a checksum does not hold', (scenario, nth, places) => {
    const { packets } = simulate(scenario);
    const { id, bytes } = packets[nth % packets.length];
    const [trace, packet] = damaged(scenario, id, [...new Set(places.map(place => place % (bytes.length * 8)))]);
    if (!packet) return;
    const { layers, damage, bytes: octets } = arrived(trace, packet);
    expect(octets).toBe(packet.arrivedBytes);
    for (const { annotations, end, at, start } of layers) {
      const length = Math.max(end, leafFields(annotations).at(-1)?.end ?? 0);
      expect(tilingFault(annotations, length)).toBeUndefined();
      expect(at + end - start).toBeLessThanOrEqual(octets.length);
    }
    if (damage!.checksums.some(({ holds }) => !holds)) expect(damage!.fate).not.toBe('taken');
    for (const { at = 0 } of damage!.unreadable) expect(at).toBeLessThan(octets.length);
  });
});
