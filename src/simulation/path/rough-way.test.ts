// What befalls packets on their way, one kind of fault after the other, as transcripts tell it.
import { describe, expect, it } from 'vitest';
import { run, SCENARIO, segments } from '../../../test/line-runs';
import type { Fault, Impairments, PacketPlace } from '../../scenario/faults';
import { UNIMPAIRED } from '../../scenario/faults';
import { momentAt } from '../../trace/moment';
import type { Trace } from '../../trace/trace';

const SYN: PacketPlace = { connection: 0, direction: 'c2s', nth: 0 };
/** The client sends SYN, ACK, and its request in two writes. */
const FIRST_WRITE: PacketPlace = { ...SYN, nth: 2 };
const SECOND_WRITE: PacketPlace = { ...SYN, nth: 3 };

const runWith = (...faults: Fault[]) => run({ faults });
const arrivals = (trace: Trace, from = 2) =>
  trace.events
    .flatMap(event =>
      event.type === 'arrived' && trace.packets[event.packet].direction === 'c2s' ? [event.packet] : [],
    )
    .slice(from);

describe('a packet that is dropped', () => {
  const trace = runWith({ does: 'drop', packet: SYN });

  it('is gone halfway, where the network says why', () => {
    const [dropped] = trace.events.filter(event => event.type === 'dropped');
    expect(dropped).toMatchObject({ actor: 'link', packet: 0, why: 'fault', connection: 0, exchange: 0 });
    expect(trace.events[dropped.cause!]).toMatchObject({ type: 'sent', packet: 0 });
    expect(dropped.at).toBe(trace.packets[0].sentAt + 10_003);
    expect(trace.packets[0].arrivedAt).toBeUndefined();
    expect(segments(trace).slice(0, 2)).toEqual([
      'client → server  TCP SYN seq=0 win=64240  (never arrives)',
      'network  loses TCP SYN seq=0 win=64240  (fault)',
    ]);
  });

  it('is not in flight any more, and the link that carried nothing else is empty', () => {
    const dropped = trace.events.findIndex(event => event.type === 'dropped');
    expect(momentAt(trace, dropped).inFlight).toEqual([]);
    expect(momentAt(trace, dropped + 1).states.link).toBe('empty');
  });
});

describe('a packet that is delayed', () => {
  it('comes so much later, and those behind it overtake it', () => {
    const trace = runWith({ does: 'delay', packet: FIRST_WRITE, by: 5000 });
    const usual = run();
    const [, , late, next] = trace.packets.filter(({ direction }) => direction === 'c2s');
    expect(late.arrivedAt).toBe(usual.packets[late.id].arrivedAt! + 5000);
    expect(late.heldUp).toBe(5000);
    expect(next.arrivedAt).toBe(usual.packets[next.id].arrivedAt);
    expect(arrivals(trace).slice(0, 2)).toEqual([next.id, late.id]);
  });
});

describe('a packet that lets the next one pass', () => {
  it('comes right behind that one', () => {
    const trace = runWith({ does: 'reorder', packet: FIRST_WRITE });
    const [, , late, next] = trace.packets.filter(({ direction }) => direction === 'c2s');
    expect(arrivals(trace).slice(0, 2)).toEqual([next.id, late.id]);
    expect(late.arrivedAt! - next.arrivedAt!).toBeLessThanOrEqual(Math.ceil((late.bytes.length * 8) / 100));
    expect(late.heldUp).toBeGreaterThan(0);
  });

  it('goes on after two seconds when none follows', () => {
    // So far away that the server waits longer before it sends its FIN again, which would be acknowledged once more.
    const network = { ...SCENARIO.network, latency: 3_000_000 };
    const last = run({ network }).packets.filter(({ direction }) => direction === 'c2s').length - 1;
    const trace = run({ network, faults: [{ does: 'reorder', packet: { ...SYN, nth: last } }] });
    expect(trace.packets.find(({ heldUp }) => heldUp)).toMatchObject({ heldUp: 2_000_000 });
  });
});

describe('a packet that is duplicated', () => {
  const trace = runWith({ does: 'duplicate', packet: FIRST_WRITE });

  it('splits halfway: the copy is a packet of its own, sent by the network', () => {
    const copy = trace.packets.find(({ copyOf }) => copyOf !== undefined)!;
    const original = trace.packets[copy.copyOf!];
    expect(copy.bytes).toBe(original.bytes);
    expect(copy.carries).toBe(original.carries);
    expect(copy.sentAt).toBe(Math.ceil((original.sentAt + original.arrivedAt!) / 2));
    expect(copy.arrivedAt).toBeGreaterThan(original.arrivedAt!);
    expect(copy.repeats).toBe(true);
    const split = trace.events.find(event => event.type === 'sent' && event.packet === copy.id)!;
    expect(split).toMatchObject({ actor: 'link', exchange: 0, connection: 0 });
  });

  it('still arrives once when the first of the two is lost', () => {
    const lost = runWith({ does: 'duplicate', packet: FIRST_WRITE }, { does: 'drop', packet: FIRST_WRITE });
    const copy = lost.packets.find(({ copyOf }) => copyOf !== undefined)!;
    expect(copy.arrivedAt).toBeDefined();
    expect(copy.repeats).toBeUndefined();
    expect(lost.packets[copy.copyOf!].arrivedAt).toBeUndefined();
  });

  it('does not shift the places of those behind it', () => {
    const both = runWith({ does: 'duplicate', packet: FIRST_WRITE }, { does: 'drop', packet: SECOND_WRITE });
    const lost = both.packets.filter(({ arrivedAt }) => arrivedAt === undefined);
    expect(lost[0].segment).toMatchObject({ relativeSeq: 5, length: 57 });
  });
});

describe('a packet whose bits are flipped', () => {
  it('arrives with those bits flipped, and is written down both ways', () => {
    const at = 66 * 8 + 7;
    const trace = runWith({ does: 'flip', packet: FIRST_WRITE, bits: [at, at - 7] });
    const hit = trace.packets.find(({ arrivedBytes }) => arrivedBytes)!;
    expect(hit.segment).toMatchObject({ relativeSeq: 1, length: 4 });
    expect(hit.arrivedBytes![66]).toBe(hit.bytes[66] ^ 0x81);
    expect(hit.arrivedBytes!.filter((octet, i) => octet !== hit.bytes[i])).toHaveLength(1);
  });

  it('is as it was when it has no such bits', () => {
    expect(runWith({ does: 'flip', packet: SYN, bits: [9999] }).packets).toEqual(run().packets);
  });
});

describe('a partition', () => {
  it('lets nothing through that leaves while it lasts, in the direction that it cuts', () => {
    const trace = runWith({ does: 'partition', from: 0, until: 30_000, direction: 's2c' });
    expect(trace.events.find(event => event.type === 'dropped')).toMatchObject({ packet: 1, why: 'partition' });
    expect(trace.packets[0].arrivedAt).toBeDefined();
    const healed = trace.packets.filter(({ direction, sentAt }) => direction === 's2c' && sentAt >= 30_000);
    expect(healed.every(({ arrivedAt }) => arrivedAt !== undefined)).toBe(true);
  });

  it('lasts for ever when it has no end', () => {
    const trace = runWith({ does: 'partition', from: 0 });
    expect(trace.packets.every(({ arrivedAt }) => arrivedAt === undefined)).toBe(true);
  });
});

describe('a fault', () => {
  it('does nothing when no packet ever stands in its place', () => {
    expect(runWith({ does: 'drop', packet: { connection: 3, direction: 's2c', nth: 0 } }).packets).toEqual(
      run().packets,
    );
  });
});

describe('chance', () => {
  const LONG = { calls: [{ method: 'length', args: ['x'.repeat(100_000)] }] };
  const runAt = (impairments: Partial<Impairments>, seed = 1) =>
    run({ ...LONG, impairments: { ...UNIMPAIRED, ...impairments }, seed });

  it('loses, duplicates, reorders and damages about as many packets as its rates say', () => {
    const count = (trace: Trace) => trace.packets.filter(({ copyOf }) => copyOf === undefined).length;
    const duplicated = runAt({ duplication: 0.2 });
    expect(duplicated.packets.filter(({ copyOf }) => copyOf !== undefined).length / count(duplicated)).toBeCloseTo(
      0.2,
      1,
    );
    const damaged = runAt({ corruption: 1 });
    expect(damaged.packets.every(({ arrivedBytes }) => arrivedBytes)).toBe(true);
    const reordered = runAt({ reordering: 0.1 });
    expect(reordered.packets.filter(({ heldUp }) => heldUp !== undefined).length / count(reordered)).toBeCloseTo(
      0.1,
      1,
    );
    expect(runAt({ loss: 1 }).packets.every(({ arrivedAt }) => arrivedAt === undefined)).toBe(true);
  });

  it('damages one bit, in the IP packet', () => {
    const { packets } = runAt({ corruption: 1 });
    for (const { bytes, arrivedBytes } of packets) {
      const flipped = [...bytes].flatMap((octet, i) => (octet === arrivedBytes![i] ? [] : [i]));
      expect(flipped).toHaveLength(1);
      expect(flipped[0]).toBeGreaterThanOrEqual(14);
    }
  });

  it('delays by up to the jitter, and lets no packet overtake another', () => {
    const trace = runAt({ jitter: 3000 });
    const usual = runAt({});
    expect(trace.packets[0].arrivedAt! - usual.packets[0].arrivedAt!).toBeGreaterThan(0);
    expect(trace.packets[0].arrivedAt! - usual.packets[0].arrivedAt!).toBeLessThanOrEqual(3000);
    const coming = trace.events.flatMap(event =>
      event.type === 'arrived' && trace.packets[event.packet].direction === 'c2s' ? [event.packet] : [],
    );
    expect(coming).toEqual([...coming].sort((a, b) => a - b));
  });

  it('follows from the seed, and a higher rate loses the same packets and more', () => {
    const lost = (loss: number, seed?: number) =>
      runAt({ loss }, seed)
        .packets.filter(({ arrivedAt }) => arrivedAt === undefined)
        .map(({ id }) => id);
    expect(lost(0.05)).toEqual(lost(0.05));
    expect(lost(0.05, 2)).not.toEqual(lost(0.05));
    expect(lost(0.1)[0]).toBeLessThanOrEqual(lost(0.05)[0]);
  });
});

it('costs a run on which nothing goes wrong nothing: its trace is the same', () => {
  expect(run({ impairments: UNIMPAIRED, faults: [] })).toEqual(run(SCENARIO));
});
