// The two libraries: what each sends in its SETTINGS, in its headers and when a call fails. As captured from @grpc/grpc-js 1.14.7 with
// protobufjs on Node 20, and from Python's grpcio 1.51.1, which wraps gRPC's C core; and as their sources say.

import type { HeaderField } from '../../wire/hpack/header-field';
import { cCorePolicy, NGHTTP2 } from '../../wire/hpack/policies';
import type { EncodingPolicy } from '../../wire/hpack/write-header-block';
import { httpDate } from '../../wire/http1/http-date';
import {
  GRPC_ALLOW_TRUE_BINARY_METADATA,
  SETTINGS_ENABLE_PUSH,
  SETTINGS_INITIAL_WINDOW_SIZE,
  SETTINGS_MAX_CONCURRENT_STREAMS,
  SETTINGS_MAX_FRAME_SIZE,
  SETTINGS_MAX_HEADER_LIST_SIZE,
  type Setting,
} from '../../wire/http2/settings';
import { percentEncoded, URI_CHARACTERS } from './percent';
import type { FlavourName } from './settings';
import { OK, type Status } from './status';

type End = 'client' | 'server';

export interface Flavour {
  readonly settings: Readonly<Record<End, readonly Setting[]>>;
  /** What is added to the connection's receive window from the start, in octets. */
  readonly windowIncrement: number;
  /** What a client adds to a stream's receive window behind the HEADERS of a request. Zero: nothing. */
  readonly streamIncrement: number;
  /** Octets of the largest frame that it writes, even where the other side would take a larger one. */
  readonly largestFrame: number;
  readonly policy: EncodingPolicy;
  /** Whether HEADERS with the first message, each further message and the trailers are writes of their own. */
  readonly writesApart: boolean;
  /** Whether it says GOAWAY, twice, before it closes, and answers in the same way. */
  readonly saysGoodbye: boolean;
  /** Whether fields that hold zero are left out of messages. */
  readonly omitsDefaults: boolean;
  /** How it says that all went well. */
  readonly ok: Status;
  requestHeaders(path: string, authority: string): HeaderField[];
  /** @param now in ms since 1970. */
  responseHeaders(now: number): HeaderField[];
  trailers(status: Status): HeaderField[];
  /** All header fields of a response without a message. */
  trailersOnly(status: Status, now: number): HeaderField[];
  /** What is said of a method that the server does not have. */
  unimplemented(method: string): string;
  /** What is said of an exception that the service did not mean to throw. */
  unforeseen(message: string): string;
  /** What is said of a request, or a result, that cannot be read or written. */
  unreadable(reason: string): string;
  unwritable(reason: string): string;
}

/** What the specification leaves as it is: printable ASCII but %. */
const PRINTABLE = /[ -$&-~]/;

const GRPC_JS: Flavour = {
  settings: { client: [[SETTINGS_INITIAL_WINDOW_SIZE, 65535]], server: [] },
  windowIncrement: 0,
  streamIncrement: 0,
  largestFrame: 16384,
  policy: NGHTTP2,
  writesApart: true,
  saysGoodbye: true,
  omitsDefaults: false,
  ok: { code: OK, message: 'OK' },
  requestHeaders: (path, authority) =>
    fields([
      [':authority', authority],
      [':method', 'POST'],
      [':path', path],
      [':scheme', 'http'],
      ['grpc-accept-encoding', 'identity,deflate,gzip'],
      ['accept-encoding', 'identity'],
      ['user-agent', 'grpc-node-js/1.14.7'],
      ['content-type', 'application/grpc'],
      ['te', 'trailers'],
    ]),
  responseHeaders: now =>
    fields([
      [':status', '200'],
      ['content-type', 'application/grpc+proto'],
      ['grpc-accept-encoding', 'identity,deflate,gzip'],
      ['grpc-encoding', 'identity'],
      ['date', httpDate(now)],
    ]),
  trailers: ({ code, message }) =>
    fields([
      ['grpc-status', String(code)],
      ['grpc-message', percentEncoded(message, URI_CHARACTERS)],
    ]),
  trailersOnly: (status, now) => [
    ...fields([[':status', '200']]),
    ...GRPC_JS.trailers(status),
    ...fields([
      ['content-type', 'application/grpc+proto'],
      ['date', httpDate(now)],
    ]),
  ],
  unimplemented: method => `The server does not implement the method ${method}`,
  unforeseen: message => `Server method handler threw error ${message}`,
  unreadable: reason => `Error deserializing request: ${reason}`,
  unwritable: reason => `Error serializing response: ${reason}`,
};

/** What both ends of the C core tell each other. */
const CORE_SETTINGS: readonly Setting[] = [
  [SETTINGS_INITIAL_WINDOW_SIZE, 4194303],
  [SETTINGS_MAX_FRAME_SIZE, 4194303],
  [SETTINGS_MAX_HEADER_LIST_SIZE, 8192],
  [GRPC_ALLOW_TRUE_BINARY_METADATA, 1],
];

/** Simplified: the C core also measures the connection with PINGs, and opens windows by a few octets after each read. */
const C_CORE: Flavour = {
  settings: {
    client: [[SETTINGS_ENABLE_PUSH, 0], [SETTINGS_MAX_CONCURRENT_STREAMS, 0], ...CORE_SETTINGS],
    server: CORE_SETTINGS,
  },
  windowIncrement: 0x3f0000,
  streamIncrement: 5,
  largestFrame: 4194303,
  policy: cCorePolicy(true),
  writesApart: false,
  saysGoodbye: false,
  omitsDefaults: true,
  ok: { code: OK, message: '' },
  requestHeaders: (path, authority) =>
    fields([
      [':path', path],
      [':authority', authority],
      [':method', 'POST'],
      [':scheme', 'http'],
      ['content-type', 'application/grpc'],
      ['te', 'trailers'],
      ['grpc-accept-encoding', 'identity, deflate, gzip'],
      ['user-agent', 'grpc-python/1.51.1 grpc-c/29.0.0 (linux; chttp2)'],
    ]),
  responseHeaders: () =>
    fields([
      [':status', '200'],
      ['content-type', 'application/grpc'],
      ['grpc-accept-encoding', 'identity, deflate, gzip'],
    ]),
  trailers: ({ code, message }) =>
    fields([
      ['grpc-status', String(code)],
      ...(message === '' ? [] : [['grpc-message', percentEncoded(message, PRINTABLE)] as const]),
    ]),
  trailersOnly: status => [
    ...fields([
      [':status', '200'],
      ['content-type', 'application/grpc'],
    ]),
    ...C_CORE.trailers(status),
  ],
  unimplemented: () => 'Method not found!',
  unforeseen: message => `Exception calling application: ${message}`,
  unreadable: () => 'Exception deserializing request!',
  unwritable: () => 'Failed to serialize response!',
};

/** The flavour of each library. */
export const FLAVOURS: Readonly<Record<FlavourName, Flavour>> = { 'grpc-js': GRPC_JS, 'c-core': C_CORE };

function fields(list: readonly (readonly [name: string, value: string])[]): HeaderField[] {
  return list.map(([name, value]) => ({ name, value }));
}
