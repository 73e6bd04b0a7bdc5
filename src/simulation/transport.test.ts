// What TCP and the link make of the messages of a run: bursts, acknowledgments, damage and loss.
import { describe, expect, it } from 'vitest';
import { add, results, run, SCENARIO } from '../../test/line-runs';
import { flowCount, flowSample } from '../trace/flows';
import { momentAt } from '../trace/moment';
import type { Packet } from '../trace/trace';
import { decodeFrame, encodeFrame } from '../wire/frame';
import type { Path } from './path/fate';

describe('a request of 100 kB with an MTU of 1500', () => {
  const trace = run({ calls: [{ method: 'length', args: ['x'.repeat(100_000)] }] });
  const data = trace.packets.filter(({ direction, segment }) => direction === 'c2s' && segment.length > 4);

  it('is cut into segments of 1448 octets, the last one pushed', () => {
    const lengths = new Set(data.slice(0, -1).map(({ segment }) => segment.length));
    expect([...lengths]).toEqual([1448]);
    expect(data.map(({ segment }) => segment.flags.includes('PSH')).indexOf(true)).toBe(data.length - 1);
  });

  it('goes in bursts: ten segments under way at first, twice as many after each round trip', () => {
    const bursts = new Map<number, number>();
    for (const { sentAt } of data) {
      const roundTrip = Math.floor((sentAt - data[0].sentAt) / 40_000);
      bursts.set(roundTrip, (bursts.get(roundTrip) ?? 0) + 1);
    }
    const [first, second] = [...bursts.values()];
    expect(first).toBeGreaterThanOrEqual(9);
    expect(first).toBeLessThanOrEqual(10);
    expect(second).toBeGreaterThanOrEqual(18);
    expect(second).toBeLessThanOrEqual(22);
  });

  it('is acknowledged segment by segment at first, then every second segment', () => {
    const acks = trace.packets.filter(({ direction, segment }) => direction === 's2c' && segment.length === 0);
    const steps = acks.slice(1).map(({ segment }, i) => segment.relativeAck - acks[i].segment.relativeAck);
    expect(steps.slice(2, 12).every(step => step === 1448)).toBe(true);
    expect(steps.slice(20, 30).every(step => step === 2 * 1448)).toBe(true);
  });

  it('never has more under way than the server allows', () => {
    expect(Math.max(...data.map(({ segment }) => segment.relativeSeq + segment.length))).toBe(
      data.at(-1)!.segment.relativeSeq + data.at(-1)!.segment.length,
    );
    for (const { sentAt, segment } of data) {
      const heard = trace.packets.filter(({ direction, arrivedAt }) => direction === 's2c' && arrivedAt! <= sentAt);
      const { relativeAck, window, flags } = heard.at(-1)!.segment;
      const allowed = flags.includes('SYN') ? window : window * 1024;
      expect(segment.relativeSeq + segment.length).toBeLessThanOrEqual(relativeAck + allowed);
    }
  });
});

describe('a delayed acknowledgment', () => {
  it('leaves by itself after 40 ms when there is no answer to ride on', () => {
    // The server has answered once, so it waits for another answer; one write of one segment gives it no reason to hurry.
    const trace = run({ calls: [add(1, 2), { method: 'note', args: ['a'] }], options: { writes: 'one' } });
    const [timer] = trace.events.filter(event => event.type === 'timer');
    expect(timer).toMatchObject({ actor: 'serverTcp', timer: 'delayed acknowledgment' });
    const arrived = trace.events[timer.cause ?? 0];
    expect(arrived.type).toBe('arrived');
    expect(timer.at - arrived.at).toBe(40_000);
    expect(trace.events[timer.seq + 1]).toMatchObject({ type: 'sent', cause: timer.seq });
  });
});

describe('TIME-WAIT', () => {
  it('ends after 60 s, if the run lasts that long', () => {
    const network = { ...SCENARIO.network, latency: 10_000_000 };
    const trace = run({
      network,
      calls: [1, 2, 3, 4].map(a => add(a, a)),
      connection: { reuse: false, closeAtEnd: true },
    });
    const entered = trace.events.find(event => event.type === 'transition' && event.to === 'TIME-WAIT')!;
    const [timer] = trace.events.filter(event => event.type === 'timer' && event.timer === '2MSL');
    expect(timer).toMatchObject({ actor: 'clientTcp', connection: 0, at: entered.at + 60_000_000 });
    expect(trace.events[timer.seq + 1]).toMatchObject({ from: 'TIME-WAIT', to: 'CLOSED', cause: timer.seq });
  });
});

describe('a reply that makes no sense', () => {
  it('ends the call with an exception that tells the place', () => {
    const trace = run({}, ({ bytes, direction }) => {
      const frame = decodeFrame(bytes);
      if (direction === 'c2s' || frame.payload.length < 10) return { frame: bytes };
      const payload = frame.payload.map((octet, i) => (i === frame.payload.length - 2 ? 0x21 : octet));
      return { frame: encodeFrame({ ...frame, payload }) };
    });
    expect(trace.events.find(event => event.type === 'decoded' && event.problem)).toMatchObject({
      actor: 'clientStub',
    });
    expect(trace.events.find(event => event.type === 'result')).toMatchObject({
      outcomes: [{ kind: 'threw', error: { exception: 'ProtocolError' } }],
    });
  });
});

describe('a request that makes no sense', () => {
  it('ends the connection, and the call with it', () => {
    const trace = run({}, ({ bytes, direction }) => {
      const frame = decodeFrame(bytes);
      if (direction === 's2c' || frame.payload.length < 10) return { frame: bytes };
      const payload = frame.payload.map((octet, i) => (i === frame.payload.length - 2 ? 0x21 : octet));
      return { frame: encodeFrame({ ...frame, payload }) };
    });
    expect(trace.events.find(event => event.type === 'decoded')).toMatchObject({ actor: 'serverStub', problem: {} });
    expect(trace.events.find(event => event.type === 'result')).toMatchObject({
      outcomes: [{ kind: 'threw', error: { exception: 'ConnectionClosed' } }],
    });
    expect(momentAt(trace, trace.events.length).states).toMatchObject({ clientTcp: 'CLOSED', serverTcp: 'TIME-WAIT' });
  });
});

describe('the link', () => {
  it('takes the time of every bit, one frame after the other', () => {
    const trace = run({ network: { latency: 1000, bandwidth: 1_000_000, mtu: 1500 } });
    const [syn] = trace.packets;
    expect(syn.bytes).toHaveLength(74);
    expect(syn.arrivedAt! - syn.sentAt).toBe(74 * 8 + 1000);
    const [ack, push] = trace.packets.filter(({ direction }) => direction === 'c2s').slice(1);
    expect(push.sentAt).toBe(ack.sentAt);
    expect(push.arrivedAt! - ack.arrivedAt!).toBe(push.bytes.length * 8);
  });
});

describe('what TCP sends again', () => {
  /** The first acknowledgment of the reply gets lost: the server sends the reply once more. */
  let lost: number | undefined;
  const isAckOfReply = ({ direction, segment }: Packet) =>
    direction === 'c2s' && segment.length === 0 && segment.relativeAck > 1;
  const lostAck = run({ connection: { reuse: true, closeAtEnd: false }, options: { writes: 'one' } }, packet => {
    if (isAckOfReply(packet)) lost ??= packet.id;
    return { frame: packet.id === lost ? undefined : packet.bytes };
  });

  it('says why it was sent, and that its payload had come before', () => {
    const again = lostAck.packets.filter(({ occasion }) => occasion);
    expect(again[0]).toMatchObject({ direction: 's2c', occasion: 'retransmission timeout', repeats: true });
    const discarded = lostAck.events.filter(event => event.type === 'discarded');
    expect(discarded[0]).toMatchObject({ actor: 'clientTcp', packet: again[0].id, why: 'unacceptable' });
  });

  it('carries the same octets of the same message', () => {
    const [again] = lostAck.packets.filter(({ occasion }) => occasion);
    const first = lostAck.packets.find(
      ({ direction, segment }) => direction === 's2c' && segment.seq === again.segment.seq && segment.length > 0,
    );
    expect(again.carries).toEqual(first?.carries);
    expect(again.carries.length).toBeGreaterThan(0);
  });

  it('follows from a timer that the first one set', () => {
    const [timer] = lostAck.events.filter(event => event.type === 'timer' && event.timer === 'retransmission');
    expect(timer.actor).toBe('serverTcp');
    expect(lostAck.events[timer.seq + 1]).toMatchObject({ type: 'sent', cause: timer.seq });
  });

  it('leaves samples of how the connection went', () => {
    const samples = Array.from({ length: flowCount(lostAck.flows!) }, (_, i) => flowSample(lostAck.flows!, i));
    expect(samples[0]).toMatchObject({
      actor: 'clientTcp',
      sndUna: 0,
      sndNxt: 1,
      timeout: 1_000_000,
      phase: 'slow start',
    });
    expect(samples.some(({ actor, phase }) => actor === 'serverTcp' && phase === 'loss')).toBe(true);
  });
});

describe('what arrives', () => {
  /** A path that changes the payload's digit 2 of the request into `digit`, with or without putting the checksum right. */
  const changed =
    (digit: string, honest: boolean): Path =>
    ({ bytes, direction }) => {
      const frame = decodeFrame(bytes);
      const at = new TextDecoder().decode(frame.payload).indexOf('2');
      if (direction !== 'c2s' || at < 0) return { frame: bytes };
      const payload = frame.payload.slice();
      payload[at] = digit.charCodeAt(0);
      if (!honest) return { frame: encodeFrame({ ...frame, payload }) };
      const damaged = bytes.slice();
      damaged[bytes.length - payload.length + at] = digit.charCodeAt(0);
      return { frame: damaged };
    };

  it('is known from the octets alone: other octets, another call', () => {
    const trace = run({}, changed('7', false));
    expect(trace.events.find(event => event.type === 'invoked')).toMatchObject({ args: [7, 3] });
    expect(results(trace)).toEqual([10]);
  });

  it('is dropped when its checksum is wrong: nothing is ever made of it, however often TCP sends it again', () => {
    const trace = run({}, changed('7', true));
    const discarded = trace.events.filter(event => event.type === 'discarded');
    expect(trace.events.some(event => event.type === 'decoded')).toBe(false);
    // Once, and fifteen times more (tcp_retries2); then the connection fails.
    expect(discarded).toHaveLength(16);
    expect(discarded[0]).toMatchObject({ actor: 'serverTcp', why: 'checksum' });
    expect(results(trace)).toEqual([false]);
  });

  it('may be nothing: a packet that is lost never arrives, and another takes its place', () => {
    const trace = run({}, ({ bytes, id }) => ({ frame: id === 1 ? undefined : bytes }));
    expect(trace.packets[1].arrivedAt).toBeUndefined();
    expect(results(trace)).toEqual([5]);
  });
});
