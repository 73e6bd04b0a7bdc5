// Reads one whole HTTP/1.1 message: head, transfer coding, content coding, and what the protocol makes of the body. RFC 9112 §6, RFC 9110 §8.4.
import { type Problem, problem } from '../../problem/problem';
import { ByteReader } from '../bytes/byte-reader';
import { guarded } from '../bytes/guarded';
import { lazyPdu, type Noted } from '../bytes/lazy-pdu';
import { octetText } from '../bytes/octet-text';
import type { Pdu } from '../bytes/pdu';
import { gzip } from '../gzip/gzip';
import { chunkSizeOf } from './framing';
import { fieldValue, type Head } from './head';
import { CHUNK, CHUNK_DATA, CHUNK_EXT, CHUNK_SIZE, EMPTY_LINE, LAST_CHUNK, MESSAGE, MESSAGE_BODY } from './kinds';
import type { MessageExtent } from './message-end';
import { readFieldLine, readHead } from './read-head';

/** What a protocol puts into bodies. */
export interface BodyFormat<T> {
  /** Id of the format, for the PDU of a body that had to be inflated or put together. */
  readonly format: string;
  /** Reads the body, all of the reader's octets, and annotates them if the reader does. Called again when fields are looked at: it must be pure. */
  read(reader: ByteReader, head: Head): T;
}

/** A message as read. */
export interface HttpMessage<T> {
  /** Undefined when the head itself is at fault. */
  readonly head: Head | undefined;
  /** What the protocol read from the body, or what is wrong; undefined when there is no body. */
  readonly content: T | Problem | undefined;
  readonly pdu: Pdu;
}

/** Whether what was read is a problem rather than a value. */
export function isProblem<T extends object>(content: T | Problem | undefined): content is Problem {
  return content !== undefined && 'code' in content && 'params' in content;
}

/** Reads the message that `octets` is. Its fields are noted only when somebody looks at the PDU's annotations. */
export function readMessage<T>(
  octets: Uint8Array,
  kind: Head['kind'],
  extent: MessageExtent,
  format: BodyFormat<T>,
): HttpMessage<T> {
  const read = (annotate: boolean) => new MessageReading(octets, kind, extent, format, annotate).read();
  const { head, content } = read(false);
  return { head, content, pdu: lazyPdu('http1', octets, () => read(true)) };
}

/** Octets that are no message as far as they go, because of `fault`. */
export function brokenMessage<T>(octets: Uint8Array, kind: Head['kind'], fault: Problem): HttpMessage<T> {
  const annotate = () => {
    const reader = new ByteReader(octets);
    reader.begin(MESSAGE);
    guarded(reader, () => readHead(reader, kind));
    reader.end();
    return { annotations: reader.annotations!, inner: undefined };
  };
  return { head: undefined, content: fault, pdu: lazyPdu('http1', octets, annotate) };
}

/** One pass over a message. */
class MessageReading<T> {
  private readonly reader: ByteReader;
  private head!: Head;
  private inner: Pdu | undefined;

  constructor(
    octets: Uint8Array,
    private readonly kind: Head['kind'],
    private readonly extent: MessageExtent,
    private readonly format: BodyFormat<T>,
    private readonly annotate: boolean,
  ) {
    this.reader = new ByteReader(octets, annotate);
  }

  read(): Noted & { head: Head; content: T | Problem | undefined } {
    const { reader, extent } = this;
    reader.begin(MESSAGE);
    this.head = readHead(reader, this.kind);
    let content: T | Problem | undefined;
    if (reader.remaining > 0) {
      reader.begin(MESSAGE_BODY);
      content = extent.framing.kind === 'chunked' ? this.readChunks() : this.readBody(reader);
      reader.end();
    }
    reader.end();
    return { head: this.head, content, annotations: reader.annotations, inner: this.inner };
  }

  /** A body in one piece is read where it stands; one in several is put together first. RFC 9112 §7.1.3. */
  private readChunks(): T | Problem | undefined {
    const { reader, extent } = this;
    const { chunks } = extent;
    let content: T | Problem | undefined;
    for (const { start, end } of chunks) {
      reader.begin(CHUNK);
      this.readChunkLine();
      reader.take(2);
      reader.begin(CHUNK_DATA);
      if (chunks.length === 1) content = reader.limited(end - start, () => this.readBody(reader));
      else reader.take(end - start);
      reader.end();
      this.endLine();
    }
    reader.begin(LAST_CHUNK);
    this.readChunkLine();
    this.endLine();
    while (reader.remaining > 2) readFieldLine(reader);
    reader.begin(EMPTY_LINE);
    reader.take(2);
    reader.end();
    return chunks.length > 1 ? this.readJoined() : content;
  }

  private readJoined(): T | Problem {
    const { chunks } = this.extent;
    const joined = new Uint8Array(chunks.reduce((sum, { start, end }) => sum + end - start, 0));
    let at = 0;
    for (const { start, end } of chunks) {
      joined.set(this.reader.bytes.subarray(start, end), at);
      at += end - start;
    }
    const reader = new ByteReader(joined, this.annotate);
    const content = this.readBody(reader);
    const format = this.inner ? 'gzip' : this.format.format;
    this.inner = { format, bytes: joined, annotations: reader.annotations!, content: this.inner };
    return content;
  }

  private readBody(reader: ByteReader): T | Problem {
    const coding = (fieldValue(this.head, 'Content-Encoding') ?? 'identity').toLowerCase();
    return guarded(reader, () => {
      if (coding === 'identity') return this.format.read(reader, this.head);
      // RFC 9110 §8.4.1.3: x-gzip is the same.
      if (coding === 'gzip' || coding === 'x-gzip') return this.readInflated(gzip.get().readGzip(reader));
      throw problem('http1.unknown-content-coding', { coding });
    });
  }

  private readInflated(octets: Uint8Array): T | Problem {
    const reader = new ByteReader(octets, this.annotate);
    const content = guarded(reader, () => this.format.read(reader, this.head));
    this.inner = { format: this.format.format, bytes: octets, annotations: reader.annotations! };
    return content;
  }

  /** chunk-size and extension; the line end is the caller's. */
  private readChunkLine(): void {
    const { reader } = this;
    const { bytes, at } = reader;
    const end = bytes.indexOf(0x0a, at) - 1;
    const line = octetText(bytes, at, end);
    chunkSizeOf(line, at);
    const sizeLength = line.search(/[^0-9A-Fa-f]|$/);
    reader.annotations?.leaf(CHUNK_SIZE, at, at + sizeLength);
    if (at + sizeLength < end) reader.annotations?.leaf(CHUNK_EXT, at + sizeLength, end);
    reader.at = end;
  }

  private endLine(): void {
    this.reader.tail();
    this.reader.take(2);
    this.reader.end();
  }
}
