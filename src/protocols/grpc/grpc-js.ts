// @grpc/grpc-js 1.14.7 with protobufjs on Node 20: as captured, and as its source says.
import { NGHTTP2 } from '../../wire/hpack/policies';
import { httpDate } from '../../wire/http1/http-date';
import { SETTINGS_INITIAL_WINDOW_SIZE } from '../../wire/http2/settings';
import { attemptFields, type Flavour, fields } from './flavour';
import { fieldsByName } from './metadata';
import { percentEncoded, URI_CHARACTERS } from './percent';
import { OK } from './status';
import { grpcJsTimeout } from './timeout';

export const GRPC_JS: Flavour = {
  settings: { client: [[SETTINGS_INITIAL_WINDOW_SIZE, 65535]], server: [] },
  windowIncrement: 0,
  streamIncrement: 0,
  largestFrame: 16384,
  policy: () => NGHTTP2,
  writesApart: true,
  saysGoodbye: true,
  omitsDefaults: false,
  compressing: { client: 'always' },
  ok: { code: OK, message: 'OK' },
  requestHeaders: (path, authority, { metadata, timeout, previousAttempts, encoding }) => [
    ...fields([
      [':authority', authority],
      [':method', 'POST'],
      [':path', path],
      [':scheme', 'http'],
    ]),
    ...fieldsByName(metadata),
    ...fields([
      ['grpc-accept-encoding', 'identity,deflate,gzip'],
      ['accept-encoding', 'identity'],
      ...(encoding === 'identity' ? [] : [['grpc-encoding', encoding] as const]),
    ]),
    ...attemptFields(previousAttempts),
    ...fields([
      ...(timeout === undefined ? [] : [['grpc-timeout', grpcJsTimeout(timeout)] as const]),
      ['user-agent', 'grpc-node-js/1.14.7'],
      ['content-type', 'application/grpc'],
      ['te', 'trailers'],
    ]),
  ],
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
    ...fields([['content-type', 'application/grpc+proto']]),
    ...fieldsByName(status.metadata ?? []),
    ...fields([['date', httpDate(now)]]),
  ],
  unimplemented: method => `The server does not implement the method ${method}`,
  atDeadline: { message: 'Deadline exceeded' },
  unforeseen: message => `Server method handler threw error ${message}`,
  unreadable: reason => `Error deserializing request: ${reason}`,
  unwritable: reason => `Error serializing response: ${reason}`,
};
