// The application streams of a golden capture, and what its record says of it.
import { readFileSync } from 'node:fs';
import { readCapture } from '../../src/wire/pcapng/read-capture';
import { conversationsOf } from '../../src/wire/reassembly/conversations';
import type { CapturedStream } from '../../src/wire/reassembly/stream';

/** What each side of one TCP connection sent, without gaps. */
export interface CapturedConversation {
  readonly c2s: Uint8Array;
  readonly s2c: Uint8Array;
  /** Writes in order, as far as the segments show them: direction and octets. Absent for very large captures. */
  readonly segments: readonly (readonly ['c2s' | 's2c', number])[];
}

/** The conversations of `test/captures/PROTOCOL/NAME.pcap`, in the order of their first packets. */
export function readStreams(protocol: string, name: string): CapturedConversation[] {
  const base = new URL(`./${protocol}/${name}`, import.meta.url).pathname;
  const record = JSON.parse(readFileSync(`${base}.json`, 'utf8'));
  const { conversations } = conversationsOf(readCapture(new Uint8Array(readFileSync(`${base}.pcap`))));
  return conversations.map(({ c2s, s2c }, i) => ({
    c2s: whole(c2s),
    s2c: whole(s2c),
    segments: record.conversations[i]?.segments ?? [],
  }));
}

function whole({ chunks, missing }: CapturedStream): Uint8Array {
  if (missing > 0 || chunks.length > 1) throw new Error(`the capture lacks ${missing} octets of the stream`);
  return chunks[0]?.octets ?? new Uint8Array();
}

/** The conversations of `test/captures/PROTOCOL/streams/NAME.json`: what two real peers said, recorded between them without packets. */
export function readRecorded(protocol: string, name: string): CapturedConversation[] {
  const path = new URL(`./${protocol}/streams/${name}.json`, import.meta.url).pathname;
  const { conversations } = JSON.parse(readFileSync(path, 'utf8')) as {
    conversations: { c2s_hex: string; s2c_hex: string }[];
  };
  return conversations.map(({ c2s_hex, s2c_hex }) => ({
    c2s: new Uint8Array(Buffer.from(c2s_hex, 'hex')),
    s2c: new Uint8Array(Buffer.from(s2c_hex, 'hex')),
    segments: [],
  }));
}
