// gRPC over HTTP/2 without TLS, with Protocol Buffers, as @grpc/grpc-js 1.14.7 and Python's grpcio 1.51.1 speak it.
// Specifications: gRPC over HTTP2 (grpc.github.io, PROTOCOL-HTTP2), RFC 9113, RFC 7541, protobuf.dev.
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { failure } from './failure';
import { unsupported } from './message-types';
import { unfitMetadata } from './metadata';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';
import { settings } from './settings';

export const grpc: Protocol = {
  ...profile,
  unsupported,
  unfitMetadata,
  keepsAlive: () => true,
  multiplexes: () => true,
  // Node's HTTP/2 sessions end their sockets; the C core closes them.
  closesHalf: (end, options) => settings(options)[end] === 'grpc-js',
  carriesKey: () => true,
  // Simplified: a request of which the server has seen nothing would be sent once more. gRFC A6, Transparent Retries.
  triesAgain: () => false,
  failure,
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
};
