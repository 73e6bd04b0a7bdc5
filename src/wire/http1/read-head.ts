// Reads the head of an HTTP/1.1 message: start line, field lines, empty line. RFC 9112 §2.2 to §5.
// Simplified: lines must end with CR LF; a bare LF, which a recipient MAY accept (§2.2), and folded lines (§5.2) are faults here.
import { problem } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import { octetText, shownText } from '../bytes/octet-text';
import type { Field, Head } from './head';
import {
  EMPTY_LINE,
  FIELD_LINE,
  FIELD_NAME,
  HTTP_VERSION,
  METHOD,
  REASON_PHRASE,
  REQUEST_LINE,
  REQUEST_TARGET,
  STATUS_CODE,
  STATUS_LINE,
} from './kinds';
import { fieldValueKind } from './write-message';

const CR = 0x0d;
const LF = 0x0a;
const SP = 0x20;
const HTAB = 0x09;
const COLON = 0x3a;
const VERSION = /^HTTP\/(\d\.\d)$/;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Reads a head up to and including its empty line. Throws `http1.*` problems with the offset of the line at fault. */
export function readHead(reader: ByteReader, kind: Head['kind']): Head {
  if (kind === 'request') skipEmptyLines(reader);
  const start = kind === 'request' ? readRequestLine(reader) : readStatusLine(reader);
  const fields: Field[] = [];
  while (reader.bytes[reader.at] !== CR) fields.push(readFieldLine(reader));
  emptyLine(reader);
  return { ...start, fields };
}

/** RFC 9112 §2.2: a server SHOULD ignore at least one empty line before the request-line. */
function skipEmptyLines(reader: ByteReader): void {
  while (reader.bytes[reader.at] === CR && reader.bytes[reader.at + 1] === LF) emptyLine(reader);
}

function readRequestLine(reader: ByteReader) {
  const end = lineEnd(reader);
  const { bytes, at } = reader;
  const first = bytes.indexOf(SP, at);
  const last = bytes.lastIndexOf(SP, end - 1);
  const version = versionOf(octetText(bytes, last + 1, end));
  if (first < 0 || last <= first + 1 || !version || !TOKEN.test(octetText(bytes, at, first)))
    throw problem('http1.bad-request-line', { line: shownText(bytes, at, end) }, { offset: at });
  reader.begin(REQUEST_LINE);
  const method = part(reader, METHOD, first);
  reader.at++;
  const target = part(reader, REQUEST_TARGET, last);
  reader.at++;
  part(reader, HTTP_VERSION, end);
  endLine(reader);
  return { kind: 'request', method, target, version } as const;
}

function readStatusLine(reader: ByteReader) {
  const end = lineEnd(reader);
  const { bytes, at } = reader;
  const line = octetText(bytes, at, end);
  const parts = /^HTTP\/(\d\.\d) (\d{3})(?: (.*))?$/s.exec(line);
  if (!parts) throw problem('http1.bad-status-line', { line: shownText(bytes, at, end) }, { offset: at });
  const [, version, status, reason = ''] = parts;
  reader.begin(STATUS_LINE);
  part(reader, HTTP_VERSION, at + 8);
  reader.at++;
  part(reader, STATUS_CODE, at + 12);
  reader.at = Math.min(at + 13, end);
  if (reason !== '') part(reader, REASON_PHRASE, end);
  endLine(reader);
  return { kind: 'response', version, status: Number(status), reason } as const;
}

/** Reads `name: value` and its line end. */
export function readFieldLine(reader: ByteReader): Field {
  const end = lineEnd(reader);
  const { bytes, at } = reader;
  const colon = bytes.indexOf(COLON, at);
  if (colon < 0 || colon >= end || !TOKEN.test(octetText(bytes, at, colon)))
    throw problem('http1.bad-field-line', { line: shownText(bytes, at, end) }, { offset: at });
  reader.begin(FIELD_LINE);
  const name = part(reader, FIELD_NAME, colon);
  reader.at++;
  while (reader.at < end && isBlank(bytes[reader.at])) reader.at++;
  let valueEnd = end;
  while (valueEnd > reader.at && isBlank(bytes[valueEnd - 1])) valueEnd--;
  const value = valueEnd > reader.at ? part(reader, fieldValueKind(name), valueEnd) : '';
  endLine(reader);
  return [name, value];
}

/** Where the line at the reader ends: the offset of its CR LF. */
function lineEnd(reader: ByteReader): number {
  const { bytes, at, limit } = reader;
  const end = bytes.indexOf(LF, at);
  if (end < 0 || end >= limit)
    throw problem('bytes.unexpected-end', { available: limit, wanted: 1 }, { offset: limit });
  if (end === at || bytes[end - 1] !== CR)
    throw problem('http1.bare-line-feed', { line: shownText(bytes, at, end) }, { offset: end });
  return end - 1;
}

/** Reads `[at, end)` as one leaf field. */
function part(reader: ByteReader, kind: FieldKindId, end: number): string {
  reader.begin(kind);
  const from = reader.at;
  reader.at = end;
  reader.end();
  return octetText(reader.bytes, from, end);
}

/** Ends the open line: what is left of it and its CR LF are the tail. */
function endLine(reader: ByteReader): void {
  reader.tail();
  reader.at = reader.bytes.indexOf(LF, reader.at) + 1;
  reader.end();
}

function emptyLine(reader: ByteReader): void {
  if (reader.bytes[reader.at + 1] !== LF) throw problem('http1.bad-field-line', { line: '\\r' }, { offset: reader.at });
  reader.begin(EMPTY_LINE);
  reader.take(2);
  reader.end();
}

function versionOf(text: string): string | undefined {
  return VERSION.exec(text)?.[1];
}

function isBlank(octet: number): boolean {
  return octet === SP || octet === HTAB;
}
