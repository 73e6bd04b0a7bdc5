// gRPC's C core as Python's grpcio 1.51.1 wraps it: as captured, and as its source says.
import { C_CORE_CLOSE, cCorePolicy } from '../../wire/hpack/policies';
import { ERROR_CODES } from '../../wire/http2/error-code';
import {
  GRPC_ALLOW_TRUE_BINARY_METADATA,
  SETTINGS_ENABLE_PUSH,
  SETTINGS_INITIAL_WINDOW_SIZE,
  SETTINGS_MAX_CONCURRENT_STREAMS,
  SETTINGS_MAX_FRAME_SIZE,
  SETTINGS_MAX_HEADER_LIST_SIZE,
  type Setting,
} from '../../wire/http2/settings';
import { attemptFields, type Flavour, fields } from './flavour';
import { fieldsInOrder } from './metadata';
import { percentEncoded } from './percent';
import { OK } from './status';
import { coreTimeout } from './timeout';

/** What the specification leaves as it is: printable ASCII but %. */
const PRINTABLE = /[ -$&-~]/;

/** What both ends of the C core tell each other. */
const CORE_SETTINGS: readonly Setting[] = [
  [SETTINGS_INITIAL_WINDOW_SIZE, 4194303],
  [SETTINGS_MAX_FRAME_SIZE, 4194303],
  [SETTINGS_MAX_HEADER_LIST_SIZE, 8192],
  [GRPC_ALLOW_TRUE_BINARY_METADATA, 1],
];

/** Simplified: the C core also measures the connection with PINGs, and opens windows by a few octets after each read. */
export const C_CORE: Flavour = {
  settings: {
    client: [[SETTINGS_ENABLE_PUSH, 0], [SETTINGS_MAX_CONCURRENT_STREAMS, 0], ...CORE_SETTINGS],
    server: CORE_SETTINGS,
  },
  windowIncrement: 0x3f0000,
  streamIncrement: 5,
  largestFrame: 4194303,
  policy: cCorePolicy,
  writesApart: false,
  saysGoodbye: false,
  omitsDefaults: true,
  compressing: { client: 'when smaller', server: 'when smaller' },
  ok: { code: OK, message: '' },
  requestHeaders: (path, authority, { metadata, timeout, previousAttempts, takesBinary, encoding }) => [
    ...fields([
      [':path', path],
      [':authority', authority],
      [':method', 'POST'],
      [':scheme', 'http'],
      ['content-type', 'application/grpc'],
      ['te', 'trailers'],
      ...(encoding === 'identity' ? [] : [['grpc-encoding', encoding] as const]),
      ['grpc-accept-encoding', 'identity, deflate, gzip'],
      ...(timeout === undefined ? [] : [['grpc-timeout', coreTimeout(timeout)] as const]),
    ]),
    ...attemptFields(previousAttempts),
    ...fields([['user-agent', 'grpc-python/1.51.1 grpc-c/29.0.0 (linux; chttp2)']]),
    ...fieldsInOrder(metadata, takesBinary),
  ],
  responseHeaders: (_, encoding) =>
    fields([
      [':status', '200'],
      ['content-type', 'application/grpc'],
      ...(encoding === 'identity' ? [] : [['grpc-encoding', encoding] as const]),
      ['grpc-accept-encoding', 'identity, deflate, gzip'],
    ]),
  trailers: ({ code, message }) =>
    fields([
      ['grpc-status', String(code)],
      ...(message === '' ? [] : [['grpc-message', percentEncoded(message, PRINTABLE)] as const]),
    ]),
  trailersOnly: (status, _, takesBinary) => [
    ...fields([
      [':status', '200'],
      ['content-type', 'application/grpc'],
    ]),
    ...C_CORE.trailers(status),
    ...fieldsInOrder(status.metadata ?? [], takesBinary),
  ],
  unimplemented: () => 'Method not found!',
  atDeadline: { message: 'Deadline Exceeded', policy: C_CORE_CLOSE, resetBy: ERROR_CODES.NO_ERROR },
  unforeseen: message => `Exception calling application: ${message}`,
  unreadable: () => 'Exception deserializing request!',
  unwritable: () => 'Failed to serialize response!',
};
