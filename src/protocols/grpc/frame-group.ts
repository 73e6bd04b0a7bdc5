// Frames that belong together as one message of the conversation: their octets one behind the other.
import { Annotations } from '../../wire/bytes/annotations';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { joined } from '../../wire/bytes/joined';
import { lazyPdu } from '../../wire/bytes/lazy-pdu';
import type { Pdu } from '../../wire/bytes/pdu';
import { ACK, type Frame } from '../../wire/http2/frame';
import { noteMessages, type ShapeOf } from './length-prefixed';

/** A frame, or the preface, with what it is called. */
export interface NamedPdu {
  readonly name: string;
  readonly pdu: Pdu;
}

/** What a frame is called: `SETTINGS`, `SETTINGS ACK`. */
export function nameOf({ type, flags }: Frame): string {
  const isAck = (type === 'SETTINGS' || type === 'PING') && (flags & ACK) !== 0;
  return isAck ? `${type} ACK` : type;
}

const BETWEEN_NAMES = ', ';

/** What the data of several frames hold, in one piece, or what compressed messages inflate to. */
export type Spanning = () => Pdu | undefined;

/** `frames` as one PDU, called `HEADERS, DATA`: a name for each run of frames of one type. */
export function groupOf(frames: readonly NamedPdu[], spanning: Spanning = () => undefined): Pdu {
  const pdus = frames.map(({ pdu }) => pdu);
  const bytes = allOctets(pdus.map(pdu => pdu.bytes));
  const title = titleOf(frames.map(({ name }) => name));
  return lazyPdu('http2', bytes, () => ({ annotations: allFields(pdus), inner: spanning() }), title);
}

/** A name for each run of frames of one type. */
function titleOf(names: readonly string[]): string {
  return names.filter((name, index) => name !== names[index - 1]).join(BETWEEN_NAMES);
}

/** The groups of one stream's frames as one. */
export function joinedGroups(groups: readonly Pdu[]): Pdu {
  if (groups.length === 1) return groups[0];
  const names = groups.flatMap(({ title = '' }) => title.split(BETWEEN_NAMES));
  const bytes = allOctets(groups.map(group => group.bytes));
  const contents = () => groups.flatMap(({ content }) => content ?? []);
  return lazyPdu(
    'http2',
    bytes,
    () => ({ annotations: allFields(groups), inner: joinedContents(contents()) }),
    titleOf(names),
  );
}

/** What parts of the messages that several groups carry hold in one piece, or inflate to. */
function joinedContents(contents: readonly Pdu[]): Pdu | undefined {
  if (contents.length <= 1) return contents[0];
  const bytes = allOctets(contents.map(content => content.bytes));
  const inner = () => joinedContents(contents.flatMap(({ content }) => content ?? []));
  return lazyPdu('grpc', bytes, () => ({ annotations: allFields(contents), inner: inner() }));
}

/** Messages that no single DATA frame holds, in one piece. The first has the number `first`. */
export function spanningPdu(
  octets: readonly Uint8Array[],
  first: number,
  shapeOf: ShapeOf,
  encoding: string,
  inner: Spanning,
): Pdu {
  const bytes = allOctets(octets);
  return lazyPdu('grpc', bytes, () => {
    const reader = new ByteReader(bytes);
    noteMessages(reader, first, shapeOf, encoding);
    return { annotations: reader.annotations, inner: inner() };
  });
}

function allOctets(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length <= 2) return parts.reduce(joined, new Uint8Array());
  const octets = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    octets.set(part, at);
    at += part.length;
  }
  return octets;
}

function allFields(pdus: readonly Pdu[]): Annotations {
  const annotations = new Annotations();
  let at = 0;
  for (const pdu of pdus) {
    annotations.graft(pdu.annotations, at);
    at += pdu.bytes.length;
  }
  return annotations;
}
