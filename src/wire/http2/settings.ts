// The settings of a connection: what each side tells the other about itself. RFC 9113 §6.5.
import { problem } from '../../problem/problem';
import type { ErrorName } from './error-code';

/** Identifier, 16 bits, and value, 32 bits. */
export type Setting = readonly [identifier: number, value: number];

export const SETTINGS_HEADER_TABLE_SIZE = 0x01;
export const SETTINGS_ENABLE_PUSH = 0x02;
export const SETTINGS_MAX_CONCURRENT_STREAMS = 0x03;
export const SETTINGS_INITIAL_WINDOW_SIZE = 0x04;
export const SETTINGS_MAX_FRAME_SIZE = 0x05;
export const SETTINGS_MAX_HEADER_LIST_SIZE = 0x06;
/** Private to gRPC: the sender takes metadata whose names end in -bin as they are, without base64. */
export const GRPC_ALLOW_TRUE_BINARY_METADATA = 0xfe03;

/** Largest payload of a frame before a setting says otherwise, and the least that it may say. §6.5.2. */
export const INITIAL_MAX_FRAME_SIZE = 0x4000;
/** Length is a field of 24 bits. */
const LARGEST_FRAME_SIZE = 0xffffff;
/** Largest flow-control window. §6.9.1. */
export const LARGEST_WINDOW = 0x7fffffff;

/** Throws the problem of a value that its setting must not have. §6.5.2. */
export function checkSetting([identifier, value]: Setting, offset: number): void {
  const refuse = (name: string, error: ErrorName) => problem('http2.bad-setting', { name, value, error }, { offset });
  switch (identifier) {
    case SETTINGS_ENABLE_PUSH:
      if (value > 1) throw refuse('SETTINGS_ENABLE_PUSH', 'PROTOCOL_ERROR');
      break;
    case SETTINGS_INITIAL_WINDOW_SIZE:
      if (value > LARGEST_WINDOW) throw refuse('SETTINGS_INITIAL_WINDOW_SIZE', 'FLOW_CONTROL_ERROR');
      break;
    case SETTINGS_MAX_FRAME_SIZE:
      if (value < INITIAL_MAX_FRAME_SIZE || value > LARGEST_FRAME_SIZE)
        throw refuse('SETTINGS_MAX_FRAME_SIZE', 'PROTOCOL_ERROR');
      break;
  }
}
