// Reads one gzip member and inflates it within bounds. RFC 1952 §2.3.
// Simplified: a file may hold several members one after the other (§2.2); an HTTP body from the peers at hand is one.
import { Inflate } from 'pako';
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import { crc32 } from './crc32';
import {
  CM,
  COMMENT,
  CRC32,
  DEFLATE_DATA,
  EXTRA,
  FILE_NAME,
  FLG,
  HEADER_CRC,
  ID,
  ISIZE,
  MEMBER,
  MTIME,
  OS,
  XFL,
} from './kinds';

/** Most octets that a member may inflate to: the bound of Python's `gzip_decode`, 20 MiB. */
export const MAX_INFLATED = 20 * 1024 * 1024;
const TRAILER_LENGTH = 8;
const FHCRC = 0x02;
const FEXTRA = 0x04;
const FNAME = 0x08;
const FCOMMENT = 0x10;

/** Reads a member that takes all of the reader's octets; returns what it inflates to. */
export function readGzip(reader: ByteReader, limit = MAX_INFLATED): Uint8Array {
  reader.begin(MEMBER);
  readHeader(reader);
  if (reader.remaining < TRAILER_LENGTH)
    throw problem('bytes.unexpected-end', { available: reader.limit, wanted: TRAILER_LENGTH - reader.remaining });
  const start = reader.at;
  const compressed = reader.bytes.subarray(start, reader.limit - TRAILER_LENGTH);
  const octets = inflate(compressed, limit, start);
  leaf(reader, DEFLATE_DATA, compressed.length);
  const crc = uint32LittleEndian(leaf(reader, CRC32, 4));
  if (crc !== crc32(octets)) throw problem('gzip.bad-checksum', {}, { offset: reader.at - 4 });
  const size = uint32LittleEndian(leaf(reader, ISIZE, 4));
  if (size !== octets.length)
    throw problem('gzip.bad-size', { stated: size, actual: octets.length }, { offset: reader.at - 4 });
  reader.end();
  return octets;
}

function readHeader(reader: ByteReader): void {
  const { at } = reader;
  const id = leaf(reader, ID, 2);
  const [method] = leaf(reader, CM, 1);
  if (id[0] !== 0x1f || id[1] !== 0x8b || method !== 8) throw problem('gzip.not-gzip', {}, { offset: at });
  const [flags] = leaf(reader, FLG, 1);
  leaf(reader, MTIME, 4);
  leaf(reader, XFL, 1);
  leaf(reader, OS, 1);
  if (flags & FEXTRA) {
    const [low, high] = reader.bytes.subarray(reader.at, reader.at + 2);
    leaf(reader, EXTRA, 2 + (low | (high << 8) || 0));
  }
  if (flags & FNAME) leaf(reader, FILE_NAME, zeroTerminated(reader));
  if (flags & FCOMMENT) leaf(reader, COMMENT, zeroTerminated(reader));
  if (flags & FHCRC) leaf(reader, HEADER_CRC, 2);
}

function zeroTerminated(reader: ByteReader): number {
  const zero = reader.bytes.indexOf(0, reader.at);
  return (zero < 0 ? reader.limit : zero) + 1 - reader.at;
}

/** Inflates piece by piece, so that a small input cannot become a huge output. */
function inflate(compressed: Uint8Array, limit: number, offset: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflator = new Inflate({ raw: true });
  inflator.onData = piece => {
    length += (piece as Uint8Array).length;
    if (length > limit) throw problem('gzip.too-large', { limit }, { offset });
    pieces.push(piece as Uint8Array);
  };
  inflator.onEnd = status => {
    ended = status === 0;
  };
  inflator.push(compressed, true);
  if (!ended) throw problem('gzip.bad-deflate', { offset }, { offset });
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const octets = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    octets.set(piece, at);
    at += piece.length;
  }
  return octets;
}

function leaf(reader: ByteReader, kind: number, length: number): Uint8Array {
  reader.begin(kind);
  const octets = reader.take(length);
  reader.end();
  return octets;
}

function uint32LittleEndian(octets: Uint8Array): number {
  return (octets[0] | (octets[1] << 8) | (octets[2] << 16) | (octets[3] << 24)) >>> 0;
}
