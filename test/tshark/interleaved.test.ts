// tshark reads the export of calls whose frames stand between one another on one HTTP/2 connection: the same streams, frames and messages.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tracePcapng } from '../../src/exports/pcap';
import { simulate } from '../../src/simulation/simulate';
import type { Direction, Message, Trace } from '../../src/trace/trace';
import { END_STREAM, FRAME_TYPES, type Frame } from '../../src/wire/http2/frame';
import { framesIn } from '../../src/wire/http2/frames-in';
import { INTERLEAVED } from '../interleaved-runs';
import { type TsharkVerdict, tshark, tsharkVersion } from './tshark';

const folder = mkdtempSync(join(tmpdir(), 'callscope-interleaved-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** tshark takes half a second; on a busy machine many times that. */
const PATIENCE_MS = 60_000;
/** One octet says whether the message is compressed, four its length. gRPC over HTTP2, "Length-Prefixed-Message". */
const PREFIX = 5;

/** The frames of each stream in the order of their octets, `HEADERS`, and the order of the streams in them. */
interface Found {
  readonly streams: Readonly<Record<string, readonly string[]>>;
  readonly order: readonly string[];
}

const FIELDS = ['tcp.dstport', 'http2.streamid', 'http2.type', 'grpc.message_length'];

/** What tshark finds in one direction. */
function foundIn(packets: TsharkVerdict['packets'], port: number, direction: Direction) {
  const own = packets.filter(({ told: [to] }) => (Number(to) === port) === (direction === 'c2s'));
  const all = (field: number) => own.flatMap(({ told }) => (told[field] ? told[field].split(',') : []));
  const types = all(2).map(type => FRAME_TYPES[Number(type)]);
  return { ...byStream(all(1).map((id, index) => [id, types[index]])), messages: all(3).map(Number).sort() };
}

function byStream(frames: readonly (readonly [id: string, type: string])[]): Found {
  const streams: Record<string, string[]> = {};
  for (const [id, type] of frames) {
    streams[id] ??= [];
    streams[id].push(type);
  }
  const order = frames.map(([id]) => id).filter((id, index, ids) => id !== ids[index - 1]);
  return { streams, order };
}

/** What the run has sent in one direction: the frames that its messages are made of, as far as packets have carried them. */
function sentIn(trace: Trace, direction: Direction) {
  const messages = trace.messages.filter(message => message.direction === direction);
  const frames = messages.flatMap(message => framesSent(trace, message));
  const { streams } = byStream(frames.map(({ streamId, type }) => [String(streamId), type]));
  const calls = messages.filter(message => !message.control && framesSent(trace, message).some(isTheEnd));
  return { streams, messages: calls.map(grpcLength).sort() };
}

function framesSent({ packets }: Trace, { id, pdu }: Message): Frame[] {
  const carried = packets.flatMap(({ carries }) => carries.filter(({ message }) => message === id));
  const octets = Math.max(0, ...carried.map(({ end }) => end));
  return [...framesIn(pdu.bytes)].filter(({ end }) => end <= octets).map(({ frame }) => frame);
}

function isTheEnd(frame: Frame): boolean {
  return (frame.type === 'DATA' || frame.type === 'HEADERS') && (frame.flags & END_STREAM) !== 0;
}

function grpcLength({ pdu }: Message): number {
  const data = [...framesIn(pdu.bytes)].map(({ frame }) => (frame.type === 'DATA' ? frame.data.length : 0));
  return data.reduce((sum, length) => sum + length, 0) - PREFIX;
}

describe.skipIf(!tsharkVersion)(`tshark ${tsharkVersion}`, { timeout: PATIENCE_MS }, () => {
  it.concurrent.each(Object.entries(INTERLEAVED))('reads %s', async (name, scenario) => {
    const trace = simulate(scenario);
    const { port } = scenario.hosts.server;
    const path = join(folder, `${name.replaceAll(' ', '-')}.pcapng`);
    writeFileSync(path, tracePcapng(trace, scenario.startedAt));
    const { packets, faults } = await tshark(path, [`tcp.port==${port},http2`], FIELDS);
    expect(packets.length).toBeGreaterThan(0);
    // What the client never saw is missing in a capture at the client until it comes again.
    expect(faults.filter(fault => !fault.includes('Previous segment(s) not captured'))).toEqual([]);
    const orders = (['c2s', 's2c'] as const).map(direction => {
      const { streams, order, messages } = foundIn(packets, port, direction);
      expect({ streams, messages }).toEqual(sentIn(trace, direction));
      return order.filter(id => id !== '0');
    });
    const comesBack = (order: readonly string[]) => new Set(order).size < order.length;
    expect(orders.some(comesBack), 'streams take turns').toBe(true);
  });
});
