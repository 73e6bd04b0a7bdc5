// What length and stream a frame of each type may have. RFC 9113 §6.
import { problem } from '../../problem/problem';
import { ACK, type Frame, type FrameHeader, PADDED, PRIORITY_FLAG } from './frame';

/** Where a type belongs: to a stream, to the connection (stream 0), or to either. */
const BELONGS_TO: Readonly<Record<Frame['type'], 'stream' | 'connection' | 'either'>> = {
  DATA: 'stream',
  HEADERS: 'stream',
  PRIORITY: 'stream',
  RST_STREAM: 'stream',
  SETTINGS: 'connection',
  PUSH_PROMISE: 'stream',
  PING: 'connection',
  GOAWAY: 'connection',
  WINDOW_UPDATE: 'either',
  CONTINUATION: 'stream',
  unknown: 'either',
};

/** Throws the problem of a payload that is longer than the recipient allows, or of another length than its type has. §4.2. */
export function checkLength(header: FrameHeader, maxFrameSize: number, offset: number): void {
  if (header.length > maxFrameSize)
    throw problem(
      'http2.frame-too-large',
      { length: header.length, limit: maxFrameSize, error: 'FRAME_SIZE_ERROR' },
      { offset },
    );
  if (!hasRightLength(header))
    throw problem(
      'http2.bad-length',
      { type: header.type, length: header.length, error: 'FRAME_SIZE_ERROR' },
      { offset },
    );
}

function hasRightLength({ type, flags, length }: FrameHeader): boolean {
  const padLength = flags & PADDED ? 1 : 0;
  switch (type) {
    case 'DATA':
      return length >= padLength;
    case 'HEADERS':
      return length >= padLength + (flags & PRIORITY_FLAG ? 5 : 0);
    case 'PUSH_PROMISE':
      return length >= padLength + 4;
    case 'PRIORITY':
      return length === 5;
    case 'RST_STREAM':
    case 'WINDOW_UPDATE':
      return length === 4;
    case 'SETTINGS':
      return flags & ACK ? length === 0 : length % 6 === 0;
    case 'PING':
      return length === 8;
    case 'GOAWAY':
      return length >= 8;
    case 'CONTINUATION':
    case 'unknown':
      return true;
  }
}

/** Throws the problem of a frame that stands on a stream and belongs to the connection, or the other way round. */
export function checkStream({ type, streamId }: FrameHeader, offset: number): void {
  const place = BELONGS_TO[type];
  if (place === 'either' || (place === 'connection') === (streamId === 0)) return;
  throw problem('http2.bad-stream', { type, stream: streamId, error: 'PROTOCOL_ERROR' }, { offset });
}
