// The frames of HTTP/2 as values. RFC 9113 §4.1, §6.
import type { Setting } from './settings';

/** Octets of a frame before its payload. §4.1. */
export const FRAME_HEADER = 9;

/** What a client sends before its first frame. §3.4. */
export const CLIENT_PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** The types by their codes 0 to 9. §6. */
export const FRAME_TYPES = [
  'DATA',
  'HEADERS',
  'PRIORITY',
  'RST_STREAM',
  'SETTINGS',
  'PUSH_PROMISE',
  'PING',
  'GOAWAY',
  'WINDOW_UPDATE',
  'CONTINUATION',
] as const;

/** The flags, as bits of the frame header's fifth octet. Which of them a type has, its section says. §6. */
export const END_STREAM = 0x01;
/** Of SETTINGS and PING. */
export const ACK = 0x01;
export const END_HEADERS = 0x04;
export const PADDED = 0x08;
export const PRIORITY_FLAG = 0x20;

/** What every frame has. */
interface Common {
  /** 0 stands for the connection as a whole. */
  readonly streamId: number;
  /** {@link END_STREAM}, {@link END_HEADERS}, … or'ed. A writer adds PADDED and PRIORITY where the payload has such a part. */
  readonly flags: number;
}

/** Octets that may be appended to hide how long the content is; senders set them to zero. */
interface Padded {
  readonly padding?: Uint8Array;
}

/** How a stream should be served beside others. Deprecated: §5.3.2. `weight` is 1 to 256. */
export interface Priority {
  readonly exclusive: boolean;
  readonly streamDependency: number;
  readonly weight: number;
}

export interface DataFrame extends Common, Padded {
  readonly type: 'DATA';
  readonly data: Uint8Array;
}

export interface HeadersFrame extends Common, Padded {
  readonly type: 'HEADERS';
  readonly priority?: Priority;
  readonly fragment: Uint8Array;
}

export interface PriorityFrame extends Common, Priority {
  readonly type: 'PRIORITY';
}

export interface RstStreamFrame extends Common {
  readonly type: 'RST_STREAM';
  readonly errorCode: number;
}

export interface SettingsFrame extends Common {
  readonly type: 'SETTINGS';
  readonly settings: readonly Setting[];
}

export interface PushPromiseFrame extends Common, Padded {
  readonly type: 'PUSH_PROMISE';
  readonly promisedStreamId: number;
  readonly fragment: Uint8Array;
}

export interface PingFrame extends Common {
  readonly type: 'PING';
  /** Eight octets, which the answer repeats. */
  readonly opaqueData: Uint8Array;
}

export interface GoawayFrame extends Common {
  readonly type: 'GOAWAY';
  readonly lastStreamId: number;
  readonly errorCode: number;
  readonly debugData: Uint8Array;
}

export interface WindowUpdateFrame extends Common {
  readonly type: 'WINDOW_UPDATE';
  readonly increment: number;
}

export interface ContinuationFrame extends Common {
  readonly type: 'CONTINUATION';
  readonly fragment: Uint8Array;
}

/** A frame of a type that RFC 9113 does not define; recipients ignore it. §5.5. */
export interface UnknownFrame extends Common {
  readonly type: 'unknown';
  readonly typeCode: number;
  readonly payload: Uint8Array;
}

export type Frame =
  | DataFrame
  | HeadersFrame
  | PriorityFrame
  | RstStreamFrame
  | SettingsFrame
  | PushPromiseFrame
  | PingFrame
  | GoawayFrame
  | WindowUpdateFrame
  | ContinuationFrame
  | UnknownFrame;

/** The first nine octets of a frame. */
export interface FrameHeader {
  readonly type: Frame['type'];
  readonly typeCode: number;
  readonly flags: number;
  readonly streamId: number;
  readonly length: number;
}
