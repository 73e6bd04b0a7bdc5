// A field block as the frames that carry it: HEADERS, and CONTINUATION frames for what one frame has no room for. RFC 9113 §4.3, §6.2, §6.10.
import { ByteWriter } from '../bytes/byte-writer';
import type { Pdu } from '../bytes/pdu';
import { HEADER_BLOCK } from '../hpack/kinds';
import { END_HEADERS, type Frame, type HeadersFrame } from './frame';
import { INITIAL_MAX_FRAME_SIZE } from './settings';
import { writeFrame } from './write-frame';

/** What of a HEADERS frame is not its fragment. `flags` may have END_STREAM. */
export type HeadersOptions = Pick<HeadersFrame, 'streamId' | 'flags' | 'priority'>;

/** The frames for `block`, a header block with its fields. A block in several frames is the content of the last one, in one piece. */
export function headerFrames(options: HeadersOptions, block: ByteWriter, maxFrameSize = INITIAL_MAX_FRAME_SIZE): Pdu[] {
  const octets = block.finish();
  const first = maxFrameSize - (options.priority ? 5 : 0);
  if (octets.length <= first) {
    const frame: Frame = { type: 'HEADERS', ...options, flags: options.flags | END_HEADERS, fragment: octets };
    return [framePdu(frame, block)];
  }
  const frames = [framePdu({ type: 'HEADERS', ...options, fragment: octets.subarray(0, first) })];
  for (let at = first; at < octets.length; at += maxFrameSize) {
    const fragment = octets.subarray(at, at + maxFrameSize);
    const isLast = at + maxFrameSize >= octets.length;
    const frame: Frame = {
      type: 'CONTINUATION',
      streamId: options.streamId,
      flags: isLast ? END_HEADERS : 0,
      fragment,
    };
    frames.push({ ...framePdu(frame), content: isLast ? blockPdu(block) : undefined });
  }
  return frames;
}

/** `frame` by itself. `content` is its data, or its fragment, with their fields. */
export function framePdu(frame: Frame, content?: ByteWriter): Pdu {
  const writer = new ByteWriter();
  writeFrame(writer, frame, content?.annotations);
  return { format: 'http2', bytes: writer.finish(), annotations: writer.annotations! };
}

function blockPdu(block: ByteWriter): Pdu {
  const writer = new ByteWriter();
  writer.begin(HEADER_BLOCK);
  writer.append(block);
  writer.end();
  return { format: 'hpack', bytes: writer.finish(), annotations: writer.annotations! };
}
