// A capture file taken to pieces: its TCP connections. What stands before a damaged place is kept.
import { type Problem, ProblemError, problem } from '../problem/problem';
import { capturedPackets } from '../wire/pcapng/read-capture';
import { type Conversation, ConversationCollector } from '../wire/reassembly/conversations';
import type { Slices } from './slices';

/** Packets that are read in one slice. */
const SLICE = 500;

/** What a capture file holds. */
export interface Capture {
  /** In the order of their first packets; one at least. */
  readonly conversations: readonly Conversation[];
  /** Packets that belong to no connection, because they are not TCP or are cut too short. */
  readonly ignored: number;
  /** Why the rest of the file could not be read, if so. */
  readonly problem: Problem | undefined;
}

/** Reads a pcap or pcapng file. Throws `capture.unknown-format`, `recording.no-tcp`, or what is wrong with the first packet. */
export function* openCapture(file: Uint8Array): Slices<Capture> {
  const packets = capturedPackets(file);
  const collector = new ConversationCollector();
  let read = 0;
  let fault: Problem | undefined;
  try {
    for (const packet of packets) {
      collector.add(packet);
      if (++read % SLICE === 0) yield (packet.bytes.byteOffset - file.byteOffset) / file.length;
    }
  } catch (error) {
    if (!(error instanceof ProblemError) || read === 0) throw error;
    fault = error.problem;
  }
  const { conversations, ignored } = collector.finish();
  if (conversations.length === 0) throw problem('recording.no-tcp', { packets: read });
  return { conversations, ignored, problem: fault };
}
