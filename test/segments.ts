// Segments as lines of text, from a run and from a capture, so that the two can be compared:
//
//     c2s  PSH ACK  seq=1 ack=1 len=145 win=64
import { readFileSync } from 'node:fs';
import type { Direction, Trace } from '../src/trace/trace';
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { readEthernetHeader } from '../src/wire/ethernet/ethernet';
import { readIpv4Header } from '../src/wire/ipv4/ipv4';
import { readCapture } from '../src/wire/pcapng/read-capture';
import { ACK, FIN, PSH, readTcpHeader, SYN, type TcpHeader } from '../src/wire/tcp/tcp';

const FLAGS = [
  ['SYN', SYN],
  ['FIN', FIN],
  ['PSH', PSH],
  ['ACK', ACK],
] as const;

/** The segments that a run sent, in the order of sending. */
export function segmentsOfRun(trace: Trace): string[] {
  return lines(trace.packets.map(({ bytes, direction }) => ({ ...headersOf(bytes), direction })));
}

/** The segments of a capture, by its name below test/captures. The client is who sends the first one. */
export function segmentsOfCapture(name: string): string[] {
  const file = new Uint8Array(readFileSync(new URL(`./captures/${name}.pcap`, import.meta.url).pathname));
  const segments = readCapture(file).map(({ bytes }) => headersOf(bytes));
  const client = segments[0].tcp.sourcePort;
  return lines(
    segments.map(({ tcp, length }) => ({ tcp, length, direction: tcp.sourcePort === client ? 'c2s' : 's2c' })),
  );
}

/** The headers of a frame whose TCP checksum may be unfinished, as captures have it. */
export function headersOf(bytes: Uint8Array) {
  const reader = new ByteReader(bytes, false);
  const ethernet = readEthernetHeader(reader);
  const ipv4 = readIpv4Header(reader);
  const tcp = readTcpHeader(reader);
  return { ethernet, ipv4, tcp, length: 14 + ipv4.totalLength - reader.at };
}

function lines(segments: readonly { tcp: TcpHeader; length: number; direction: Direction }[]): string[] {
  const first = { c2s: -1, s2c: -1 };
  return segments.map(({ tcp, length, direction }) => {
    if (tcp.flags & SYN) first[direction] = tcp.sequenceNumber;
    const flags = FLAGS.filter(([, bit]) => tcp.flags & bit).map(([name]) => name);
    const seq = (tcp.sequenceNumber - first[direction]) >>> 0;
    const ack = tcp.flags & ACK ? (tcp.acknowledgmentNumber - first[direction === 'c2s' ? 's2c' : 'c2s']) >>> 0 : 0;
    return `${direction}  ${flags.join(' ')}  seq=${seq} ack=${ack} len=${length} win=${tcp.window}`;
  });
}
