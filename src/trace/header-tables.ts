// What both ends of an HTTP/2 connection remember of the headers of each direction, read from the octets of the messages alone. RFC 7541 §2.3.
import { ProblemError } from '../problem/problem';
import { ByteReader } from '../wire/bytes/byte-reader';
import { type DynamicTable, EMPTY_TABLE, type TableEntry } from '../wire/hpack/dynamic-table';
import { readHeaderBlock } from '../wire/hpack/read-header-block';
import { STATIC_TABLE } from '../wire/hpack/static-table';
import { fieldBlocksIn } from '../wire/http2/field-blocks';
import type { Direction, Trace } from './trace';

/** A header block that was sent. */
export interface SentBlock {
  /** The event with which its sender wrote it. */
  readonly seq: number;
  readonly exchange: number;
  readonly octets: number;
  readonly fields: number;
  /** How many of the fields are nothing but an index. */
  readonly indexed: number;
  /** The dynamic table that it leaves, newest entry first. */
  readonly entries: readonly MarkedEntry[];
  /** Octets that the table holds and can hold, as RFC 7541 §4.1 counts them. */
  readonly size: number;
  readonly maxSize: number;
}

/** An entry of the table, and what the block that was sent last has to do with it. */
export interface MarkedEntry extends TableEntry {
  readonly index: number;
  readonly mark: 'added' | 'used' | undefined;
}

const known = new WeakMap<Trace, Map<string, readonly SentBlock[]>>();

/** The header blocks that went in `direction` of a connection up to event `seq`, in order. */
export function blocksSent(trace: Trace, connection: number, direction: Direction, seq: number): readonly SentBlock[] {
  const all = known.get(trace) ?? new Map<string, readonly SentBlock[]>();
  known.set(trace, all);
  const key = `${connection} ${direction}`;
  const blocks = all.get(key) ?? readBlocks(trace, connection, direction);
  all.set(key, blocks);
  return blocks.filter(block => block.seq <= seq);
}

/** A header block, and when its last octet left. */
interface WrittenBlock {
  readonly seq: number;
  readonly exchange: number;
  readonly octets: Uint8Array;
  readonly left: number;
}

function readBlocks(trace: Trace, connection: number, direction: Direction): SentBlock[] {
  const blocks: SentBlock[] = [];
  let table = EMPTY_TABLE;
  try {
    for (const { seq, exchange, octets } of writtenBlocks(trace, connection, direction)) {
      const before = table;
      const { fields, table: after } = readHeaderBlock(new ByteReader(octets, false), before);
      const isIndexed = fields.filter(({ representation }) => representation === 'indexed');
      const used = new Set(isIndexed.map(({ name, value }) => `${name}\n${value}`));
      table = after;
      blocks.push({
        seq,
        exchange,
        octets: octets.length,
        fields: fields.length,
        indexed: isIndexed.length,
        entries: marked(before, after, used),
        size: after.size,
        maxSize: after.maxSize,
      });
    }
  } catch (error) {
    // Behind a fault nobody knows what the tables hold.
    if (!(error instanceof ProblemError)) throw error;
  }
  return blocks;
}

/** Blocks are compressed in the order in which they leave: others may come between those of one message. What never left did nothing to the table. */
function writtenBlocks(trace: Trace, connection: number, direction: Direction): WrittenBlock[] {
  const departures = departuresOf(trace, connection, direction);
  const blocks: WrittenBlock[] = [];
  for (const event of trace.events) {
    if (event.type !== 'encoded' && event.type !== 'control') continue;
    const pieces = departures.get(event.message);
    if (!pieces) continue;
    const { exchange, pdu } = trace.messages[event.message];
    for (const { octets, end } of fieldBlocksIn(pdu.bytes)) {
      const piece = pieces.find(each => each.start < end && end <= each.end);
      if (piece) blocks.push({ seq: event.seq, exchange, octets, left: piece.left });
    }
  }
  return blocks.sort((a, b) => a.left - b.left);
}

/** Octets of a message that left together; `left` ascends in the order in which they left. */
interface Departure {
  readonly start: number;
  readonly end: number;
  readonly left: number;
}

function departuresOf(
  trace: Trace,
  connection: number,
  direction: Direction,
): ReadonlyMap<number, readonly Departure[]> {
  const departures = new Map<number, Departure[]>();
  let left = 0;
  for (const packet of trace.packets) {
    if (packet.connection !== connection || packet.direction !== direction) continue;
    for (const { message, start, end } of packet.carries) {
      const others = departures.get(message) ?? [];
      departures.set(message, others);
      others.push({ start, end, left: left++ });
    }
  }
  return departures;
}

function marked(before: DynamicTable, after: DynamicTable, used: ReadonlySet<string>): MarkedEntry[] {
  const old = new Set(before.entries);
  return after.entries.map((entry, i) => {
    const { name, value, size } = entry;
    const mark = !old.has(entry) ? 'added' : used.has(`${name}\n${value}`) ? 'used' : undefined;
    return { name, value, size, index: STATIC_TABLE.length + 1 + i, mark };
  });
}
