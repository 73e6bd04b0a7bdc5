// Why a stream or a connection ends. RFC 9113 §7.
import type { Problem } from '../../problem/problem';

/** The codes by name. */
export const ERROR_CODES = {
  NO_ERROR: 0x00,
  PROTOCOL_ERROR: 0x01,
  INTERNAL_ERROR: 0x02,
  FLOW_CONTROL_ERROR: 0x03,
  SETTINGS_TIMEOUT: 0x04,
  STREAM_CLOSED: 0x05,
  FRAME_SIZE_ERROR: 0x06,
  REFUSED_STREAM: 0x07,
  CANCEL: 0x08,
  COMPRESSION_ERROR: 0x09,
  CONNECT_ERROR: 0x0a,
  ENHANCE_YOUR_CALM: 0x0b,
  INADEQUATE_SECURITY: 0x0c,
  HTTP_1_1_REQUIRED: 0x0d,
} as const;

/** The name of an error code. */
export type ErrorName = keyof typeof ERROR_CODES;

/**
 * With which error a recipient closes the connection because of `problem`: what this folder finds says so itself, and anything else is
 * a header block that HPACK cannot read (§4.3).
 * Simplified: some faults concern one stream only (§5.4.2); an endpoint may treat those as errors of the connection too (§5.4.1).
 */
export function errorOf({ params }: Problem): ErrorName {
  const { error } = params;
  return typeof error === 'string' && error in ERROR_CODES ? (error as ErrorName) : 'COMPRESSION_ERROR';
}
