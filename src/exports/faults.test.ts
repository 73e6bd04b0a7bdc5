// What exports tell of a run in which something goes wrong on the way.
import { describe, expect, it } from 'vitest';
import { run } from '../../test/line-runs';
import type { PacketFault } from '../scenario/faults';
import { readCapture } from '../wire/pcapng/read-capture';
import { tracePcapng } from './pcap';
import { applicationStreams } from './streams';
import { traceJson } from './trace-json';

const START = '2024-02-29T12:34:56Z';
const of = (direction: 'c2s' | 's2c', nth: number) => ({ connection: 0, direction, nth });
const runWith = (...faults: PacketFault[]) => run({ faults });
const captured = (...faults: PacketFault[]) => [...readCapture(tracePcapng(runWith(...faults), START))];

describe('a capture at the client', () => {
  it('has what the client sent though it got lost, and not what the server sent in vain', () => {
    const usual = captured();
    const [syn] = captured({ does: 'drop', packet: of('c2s', 0) });
    expect(syn.bytes).toEqual(usual[0].bytes);
    const [first, second] = captured({ does: 'drop', packet: of('s2c', 0) });
    expect([first, second].map(({ bytes }) => bytes[47] & 0x3f)).toEqual([0x02, 0x02]);
  });

  it('has a damaged reply as it came in, and a damaged request as it was sent', () => {
    const trace = runWith(
      { does: 'flip', packet: of('c2s', 3), bits: [600] },
      { does: 'flip', packet: of('s2c', 4), bits: [600] },
    );
    const packets = [...readCapture(tracePcapng(trace, START))].map(({ bytes }) => bytes.join());
    const [request, reply] = trace.packets.filter(({ arrivedBytes }) => arrivedBytes);
    expect(packets).toContain(request.bytes.join());
    expect(packets).toContain(reply.arrivedBytes!.join());
  });

  it('has both of a reply that the network copied, and one of a request', () => {
    const usual = captured().length;
    const reply = runWith({ does: 'duplicate', packet: of('s2c', 3) });
    const copies = reply.packets.filter(({ copyOf }) => copyOf !== undefined);
    expect(copies.map(({ direction }) => direction)).toEqual(['s2c']);
    const more = reply.packets.filter(({ copyOf }) => copyOf === undefined).length - run().packets.length;
    expect([...readCapture(tracePcapng(reply, START))]).toHaveLength(usual + 1 + more);
  });
});

describe('the other exports', () => {
  it('say of each packet what befell it', () => {
    const trace = runWith(
      { does: 'delay', packet: of('c2s', 2), by: 5000 },
      { does: 'flip', packet: of('s2c', 4), bits: [600] },
    );
    const { packets, events } = JSON.parse(JSON.stringify(traceJson(trace)));
    expect(packets.filter((packet: { heldUpMicros?: number }) => packet.heldUpMicros === 5000)).toHaveLength(1);
    const damaged = packets.find((packet: { arrivedBytes?: string }) => packet.arrivedBytes);
    expect(damaged.arrivedBytes).toHaveLength(damaged.bytes.length);
    expect(events).toContainEqual(expect.objectContaining({ type: 'discarded', why: 'checksum', packet: damaged.id }));
  });

  it('put the streams together from what was taken, once, whatever got lost or came twice', () => {
    const faults: PacketFault[] = [
      { does: 'drop', packet: of('c2s', 2) },
      { does: 'duplicate', packet: of('c2s', 3) },
      { does: 'flip', packet: of('s2c', 4), bits: [600] },
    ];
    expect(applicationStreams(runWith(...faults))).toEqual(applicationStreams(run()));
  });
});
