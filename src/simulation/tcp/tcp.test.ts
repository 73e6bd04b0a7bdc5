import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { headersOf } from '../../../test/segments';
import { LINUX_TCP } from '../../scenario/tcp-options';
import { ACK, FIN, PSH, SYN, type TcpHeader } from '../../wire/tcp/tcp';
import { type AckState, ackDelayOver, ackSent, dataReceived, isAckDue, NOTHING_RECEIVED } from './acknowledgment';
import { type ControlBlock, createBlock, passivelyOpened, usableWindow } from './control-block';
import { synOptions } from './header-options';
import { segmentArrives } from './segment-arrives';
import { SendQueue } from './send-queue';
import { distance, plus } from './seq-number';
import { grownBuffer, initialWindow, windowField } from './window';

describe('sequence numbers', () => {
  it('wrap around', () => {
    expect(plus(0xffffffff, 1)).toBe(0);
    expect(plus(0, -1)).toBe(0xffffffff);
    expect(distance(2, 0xfffffffe)).toBe(4);
    expect(distance(0xfffffffe, 2)).toBe(-4);
  });

  test.prop([fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })])(
    'are as far apart as was added',
    (start, octets) => {
      expect(distance(plus(start, octets), start)).toBe(octets);
    },
  );
});

describe('the receive window', () => {
  // MTU and windows of the captures: test/captures/xmlrpc/big_up.pcap (1500) and fun_add.pcap (65536).
  it.each([
    [1500, 64240, 65160],
    [65536, 65495, 65483],
  ])('of a SYN and a SYN-ACK on a link with an MTU of %i is as captured', (mtu, syn, synAck) => {
    expect(createBlock(0, mtu, LINUX_TCP).rcvBuffer).toBe(syn);
    expect(passivelyOpened({ ...createBlock(0, mtu, LINUX_TCP) }, LINUX_TCP).rcvBuffer).toBe(synAck);
  });

  it('reads 63 and 64 in the segments that follow, as captured', () => {
    expect([64240, 65495, 65160, 65483].map(octets => windowField(octets, 10))).toEqual([63, 64, 64, 64]);
  });

  // test/captures/jsonrpc/tcp_big_up.pcap: the first acknowledgments of the server.
  it('opens from 64 to 77 with the first full segments, as captured, and stays with small ones', () => {
    let window = initialWindow(1448);
    const fields: number[] = [];
    for (let i = 0; i < 5; i++) {
      window = grownBuffer(window, 1448, 1448);
      fields.push(windowField(window, 10));
    }
    expect(fields).toEqual([67, 70, 73, 75, 77]);
    expect(grownBuffer(65160, 148, 1448)).toBe(65160);
  });
});

describe('acknowledgments', () => {
  const receive = (ack: AckState, at: number, length = 100, pushed = true) =>
    dataReceived(ack, length, pushed, 65160, at);

  it('are sent at once for the first segments of a connection', () => {
    expect(isAckDue(receive(NOTHING_RECEIVED, 0))).toBe(true);
    let ack = NOTHING_RECEIVED;
    let immediate = 0;
    for (;;) {
      ack = receive(ack, immediate, 1000, false);
      if (!isAckDue(ack)) break;
      ack = ackSent(ack, false, immediate);
      immediate++;
    }
    expect(immediate).toBe(16);
  });

  it('wait for an answer when this side answers soon, and are due with the second pushed segment', () => {
    const answered = ackSent(receive(NOTHING_RECEIVED, 0), true, 1_000);
    const first = receive(answered, 20_000);
    expect(isAckDue(first)).toBe(false);
    expect(isAckDue(receive(first, 20_100))).toBe(true);
  });

  it('do not wait when the answer took longer than the delay', () => {
    const answered = ackSent(receive(NOTHING_RECEIVED, 0), true, 50_000);
    expect(isAckDue(receive(answered, 60_000))).toBe(true);
  });

  it('are due when more than one full segment has come in', () => {
    const answering = ackSent(receive(NOTHING_RECEIVED, 0, 1448), true, 1_000);
    const one = receive(answering, 2_000, 1448, false);
    expect(isAckDue(one)).toBe(false);
    expect(isAckDue(receive(one, 2_100, 1, false))).toBe(true);
  });

  it('stop waiting for answers once the delay has run out', () => {
    const answering = ackSent(receive(NOTHING_RECEIVED, 0), true, 1_000);
    expect(isAckDue(receive(ackSent(ackDelayOver(answering), false, 50_000), 60_000))).toBe(true);
  });
});

describe('the queue of writes', () => {
  it('cuts each write on its own and pushes its end', () => {
    const queue = new SendQueue();
    queue.add(new Uint8Array(5));
    queue.add(new Uint8Array(0));
    queue.add(new Uint8Array(2));
    const slices: [number, boolean][] = [];
    while (!queue.isEmpty) {
      const { octets, push } = queue.take(queue.nextLength(3));
      slices.push([octets.length, push]);
    }
    expect(slices).toEqual([
      [3, false],
      [2, true],
      [2, true],
    ]);
    expect(queue.nextLength(3)).toBe(0);
  });
});

describe('an arriving segment', () => {
  const SERVER_ISS = 5_000;
  const segment = (flags: number, fields: Partial<TcpHeader> = {}): TcpHeader => ({
    sourcePort: 1,
    destinationPort: 2,
    sequenceNumber: 0,
    acknowledgmentNumber: 0,
    flags,
    window: 64,
    urgentPointer: 0,
    options: [],
    ...fields,
  });
  const arrives = (block: ControlBlock, state: string, header: TcpHeader, length = 0) =>
    segmentArrives(block, state, header, new Uint8Array(length), 0);
  const syn = segment(SYN, {
    sequenceNumber: 99,
    window: 64240,
    options: synOptions(createBlock(99, 576, LINUX_TCP), 1000),
  });
  const listening = passivelyOpened(arrives(createBlock(SERVER_ISS, 1500, LINUX_TCP), 'LISTEN', syn).block, LINUX_TCP);
  const open = { ...listening, sndNxt: SERVER_ISS + 1, sndUna: SERVER_ISS + 1 };
  const data = (fields: Partial<TcpHeader> = {}) =>
    segment(ACK | PSH, { sequenceNumber: 100, acknowledgmentNumber: SERVER_ISS + 1, ...fields });

  it('with SYN makes both sides use the smaller segment size, less 12 octets of timestamps', () => {
    expect(listening).toMatchObject({ irs: 99, rcvNxt: 100, segmentSize: 536 - 12, tsRecent: 1000, sndWnd: 64240 });
    expect(usableWindow(listening)).toBe(10 * 524);
  });

  it('may carry data and FIN: both are counted, the data is delivered, the chart is told of the FIN', () => {
    const { block, fin, text } = arrives(open, 'ESTABLISHED', data({ flags: ACK | PSH | FIN }), 7);
    expect([block.rcvNxt, fin, text[0].length]).toEqual([108, 'rcv FIN', 7]);
  });

  it('that is behind a gap delivers nothing and is answered', () => {
    const arrival = arrives(open, 'ESTABLISHED', data({ sequenceNumber: 101 }), 7);
    expect(arrival).toMatchObject({ events: [], text: [], answer: 'acknowledgment' });
    expect(arrival.block.rcvNxt).toBe(open.rcvNxt);
  });

  it('that acknowledges what was never sent changes nothing', () => {
    const { block } = arrives(open, 'ESTABLISHED', data({ acknowledgmentNumber: SERVER_ISS + 500 }), 7);
    expect(block).toMatchObject({ sndUna: SERVER_ISS + 1, rcvNxt: open.rcvNxt });
  });

  it('tells how far the peer has got, and what window it allows, scaled', () => {
    const sending = { ...open, sndNxt: plus(open.sndNxt, 1000) };
    const { block } = arrives(sending, 'ESTABLISHED', data({ acknowledgmentNumber: sending.sndNxt }));
    expect(block).toMatchObject({ sndUna: sending.sndNxt, sndWnd: 64 * 1024 });
  });

  it.each([
    ['FIN-WAIT-1', ACK, ['rcv ACK of FIN']],
    ['FIN-WAIT-1', FIN | ACK, ['rcv FIN,ACK of FIN']],
    ['LAST-ACK', ACK, ['rcv ACK of FIN']],
    ['CLOSING', ACK, ['rcv ACK of FIN']],
  ])('in %s with flags %i means %j', (state, flags, expected) => {
    const closing = { ...open, finAt: open.sndNxt, sndNxt: plus(open.sndNxt, 1) };
    const { events, fin } = arrives(closing, state, data({ flags, acknowledgmentNumber: closing.sndNxt }));
    expect([...events, ...(fin ? [fin] : [])]).toEqual(expected);
  });

  it('that acknowledges a SYN never sent is not taken for an answer', () => {
    const waiting = { ...createBlock(7, 1500, LINUX_TCP), sndNxt: 8 };
    const answer = segment(SYN | ACK, { acknowledgmentNumber: 9 });
    expect(arrives(waiting, 'SYN-SENT', answer).events).toEqual([]);
  });
});

describe('a SYN', () => {
  it('has the options of the captured one, in their order', () => {
    const options = synOptions(createBlock(0, 1500, LINUX_TCP), 762600395);
    const hex = `000000000000000000000000080045 00003cc6d640004006 75e37f0000017f000001a5e21f40430eeaa000000000a002
      faf0fe300000020405b40402080a2d745bcb000000000103030a`.replace(/\s/g, '');
    const captured = Uint8Array.from(hex.match(/../g) ?? [], octet => Number.parseInt(octet, 16));
    expect(options).toEqual(headersOf(captured).tcp.options);
  });
});
