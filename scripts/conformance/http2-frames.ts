// http2-frame-test-case of http2jp: frames that must be read and come out again, and frames that must be refused with one of certain errors.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../../src/problem/problem';
import { ByteReader } from '../../src/wire/bytes/byte-reader';
import { octetText } from '../../src/wire/bytes/octet-text';
import { ERROR_CODES, errorOf } from '../../src/wire/http2/error-code';
import { FRAME_TYPES, type Frame, type Priority } from '../../src/wire/http2/frame';
import { framePdu } from '../../src/wire/http2/header-frames';
import { readFrame } from '../../src/wire/http2/read-frame';
import type { Report } from './report';

/** What a payload holds, by the suite's names: those of the specification in snake case. Octets are text of one character each. */
type Payload = Readonly<Record<string, unknown>>;

interface Case {
  readonly wire: string;
  readonly error: readonly number[] | null;
  readonly frame: {
    readonly length: number;
    readonly type: number;
    readonly flags: number;
    readonly stream_identifier: number;
    readonly frame_payload: Payload;
  } | null;
}

/** Runs the cases in folder `folder`: one folder for each type of frame, one file for each case. */
export function http2FrameConformance(folder: string): Report {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.json'));
  const failures = files.flatMap(file => {
    const failure = failureOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case);
    return failure === undefined ? [] : [`${file}: ${failure}`];
  });
  return { cases: files.length, failures };
}

function failureOf({ wire, error: allowed, frame: wanted }: Case): string | undefined {
  const octets = new Uint8Array(Buffer.from(wire, 'hex'));
  try {
    const frame = readFrame(new ByteReader(octets));
    if (!wanted) return `it is read, instead of being refused with one of ${allowed}`;
    const got = { ...payloadOf(frame), type: (FRAME_TYPES as readonly string[]).indexOf(frame.type) };
    const { type, frame_payload } = wanted;
    if (!isDeepStrictEqual(got, { ...present(frame_payload), type })) return `${JSON.stringify(got)} is read`;
    if (frame.flags !== wanted.flags || frame.streamId !== wanted.stream_identifier) return 'the header is misread';
    const written = Buffer.from(framePdu(frame).bytes).toString('hex');
    return written === wire.toLowerCase() ? undefined : `${written} is written`;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const name = errorOf(error.problem);
    return allowed?.includes(ERROR_CODES[name]) ? undefined : `${name} instead of ${allowed}`;
  }
}

function payloadOf(frame: Frame): Payload {
  const padding = 'padding' in frame && frame.padding;
  return { ...(padding && { padding: text(padding), padding_length: padding.length }), ...contentOf(frame) };
}

function contentOf(frame: Frame): Payload {
  switch (frame.type) {
    case 'DATA':
      return { data: text(frame.data) };
    case 'HEADERS':
      return { ...(frame.priority && priorityOf(frame.priority)), header_block_fragment: text(frame.fragment) };
    case 'PRIORITY':
      return priorityOf(frame);
    case 'RST_STREAM':
      return { error_code: frame.errorCode };
    case 'SETTINGS':
      return { settings: frame.settings };
    case 'PUSH_PROMISE':
      return { promised_stream_id: frame.promisedStreamId, header_block_fragment: text(frame.fragment) };
    case 'PING':
      return { opaque_data: text(frame.opaqueData) };
    case 'GOAWAY':
      return {
        last_stream_id: frame.lastStreamId,
        error_code: frame.errorCode,
        additional_debug_data: text(frame.debugData),
      };
    case 'WINDOW_UPDATE':
      return { window_size_increment: frame.increment };
    case 'CONTINUATION':
      return { header_block_fragment: text(frame.fragment) };
    case 'unknown':
      return {};
  }
}

function priorityOf({ exclusive, streamDependency, weight }: Priority): Payload {
  return { exclusive, stream_dependency: streamDependency, weight };
}

/** The suite has null for what a frame has not. */
function present(payload: Payload): Payload {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
}

function text(octets: Uint8Array): string {
  return octetText(octets, 0, octets.length);
}
