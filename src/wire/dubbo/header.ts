// The 16 octets before every message of the Dubbo protocol. Dubbo2 Protocol Specification (dubbo.apache.org, reference/protocols/tcp).
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import type { ByteWriter } from '../bytes/byte-writer';
import type { FieldKindId } from '../bytes/field-kind';
import { DATA_LENGTH, FLAG, HEADER, MAGIC, REQUEST_ID, STATUS } from './kinds';

/** Octets of a header. */
export const HEADER_LENGTH = 16;
/** The Serialization ID of Hessian 2. */
export const HESSIAN2 = 2;

const MAGIC_NUMBER = 0xdabb;
const REQUEST = 0x80;
const TWO_WAY = 0x40;
const EVENT = 0x20;
const SERIALIZATION = 0x1f;

/** A header without the length of the data that follow, which only their writer knows. */
export interface DubboHeader {
  readonly kind: 'request' | 'response';
  /** A request that wants a response. */
  readonly twoWay: boolean;
  /** Not a call but an event, such as a heartbeat. */
  readonly event: boolean;
  /** How the data are serialized, 5 bits: {@link HESSIAN2}. */
  readonly serialization: number;
  /** Of a response: see statuses.ts. Of a request 0. */
  readonly status: number;
  /** 64 bits, unsigned: the response has that of its request. */
  readonly requestId: bigint;
}

/** Writes a header with a data length of zero and returns the octet at which that stands: patch it when the data are written. */
export function writeDubboHeader(writer: ByteWriter, header: DubboHeader): number {
  writer.begin(HEADER);
  writer.begin(MAGIC);
  writer.uint16(MAGIC_NUMBER);
  writer.end();
  writer.begin(FLAG);
  writer.uint8(flagOf(header));
  writer.end();
  writer.begin(STATUS);
  writer.uint8(header.status);
  writer.end();
  writer.begin(REQUEST_ID);
  writer.uint32(Number(header.requestId >> 32n));
  writer.uint32(Number(header.requestId & 0xffffffffn));
  writer.end();
  const lengthAt = writer.length;
  writer.begin(DATA_LENGTH);
  writer.uint32(0);
  writer.end();
  writer.end();
  return lengthAt;
}

/** Reads a header. Throws `dubbo.not-dubbo` at octets that are none. */
export function readDubboHeader(reader: ByteReader): DubboHeader & { readonly dataLength: number } {
  const start = reader.at;
  reader.begin(HEADER);
  const magic = field(reader, MAGIC, () => reader.uint16());
  if (magic !== MAGIC_NUMBER) throw problem('dubbo.not-dubbo', { offset: start }, { offset: start });
  const flag = field(reader, FLAG, () => reader.uint8());
  const status = field(reader, STATUS, () => reader.uint8());
  const requestId = field(reader, REQUEST_ID, () => (BigInt(reader.uint32()) << 32n) | BigInt(reader.uint32()));
  const dataLength = field(reader, DATA_LENGTH, () => reader.uint32());
  reader.end();
  return {
    kind: flag & REQUEST ? 'request' : 'response',
    twoWay: (flag & TWO_WAY) !== 0,
    event: (flag & EVENT) !== 0,
    serialization: flag & SERIALIZATION,
    status,
    requestId,
    dataLength,
  };
}

function flagOf({ kind, twoWay, event, serialization }: DubboHeader): number {
  return (kind === 'request' ? REQUEST : 0) | (twoWay ? TWO_WAY : 0) | (event ? EVENT : 0) | serialization;
}

function field<T>(reader: ByteReader, kind: FieldKindId, read: () => T): T {
  reader.begin(kind);
  const value = read();
  reader.end();
  return value;
}
