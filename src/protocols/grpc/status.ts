// How a call ended. gRPC, "Status codes"; gRPC over HTTP2, "Responses" (Status-Message).
import type { MetadataEntry } from '../../idl/metadata';

export const OK = 0;
export const CANCELLED = 1;
export const UNKNOWN = 2;
export const DEADLINE_EXCEEDED = 4;
export const UNIMPLEMENTED = 12;
export const INTERNAL = 13;
export const UNAVAILABLE = 14;
/** The codes are 0 to 16. */
const LAST_CODE = 16;

export interface Status {
  readonly code: number;
  readonly message: string;
  /** What stands beside it in the trailers. */
  readonly metadata?: readonly MetadataEntry[];
}

/** Whether a service can refuse a call with `code`. */
export function isErrorCode(code: number | undefined): code is number {
  return code !== undefined && Number.isInteger(code) && code > OK && code <= LAST_CODE;
}
