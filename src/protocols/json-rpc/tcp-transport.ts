// JSON-RPC on a raw TCP stream, as jayson's tcp client and server speak it: each message is a JSON text and a line feed.
import { ProblemError } from '../../problem/problem';
import type { Annotations } from '../../wire/bytes/annotations';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { UNKNOWN } from '../../wire/bytes/field-kind';
import type { Pdu } from '../../wire/bytes/pdu';
import { readJson } from '../../wire/json/json-reader';
import { JsonWriter } from '../../wire/json/json-writer';
import type { JsonShape } from '../../wire/json/shape';
import type { Outgoing } from '../protocol';
import { DELIMITER, REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { LineSplitter } from './line-splitter';
import { PARSE_ERROR, writeResponses } from './response-text';
import type { Version } from './settings';
import { syntaxError } from './syntax-error';
import type {
  ClientTransport,
  RequestMessage,
  ResponseMessage,
  ServerTransport,
  TextContent,
  WriteText,
} from './transport';

const LINE_FEED = 0x0a;

/** The client opens a connection for each request, and closes it at once when it awaits no response. */
export class TcpClientTransport implements ClientTransport {
  private readonly splitter = new LineSplitter();

  request(write: WriteText, last: boolean): Outgoing {
    return { ...outgoing(write, last), unanswered: last };
  }

  receive(octets: Uint8Array): ResponseMessage[] {
    return this.splitter.push(octets).map(line => readLine(line, RESPONSE_SHAPE));
  }

  end(): ResponseMessage[] {
    const { rest } = this.splitter;
    return rest.length > 0 ? [readLine(rest, RESPONSE_SHAPE)] : [];
  }
}

export class TcpServerTransport implements ServerTransport {
  private readonly splitter = new LineSplitter();
  /** After a text that is no JSON the server closes, and reads nothing more. */
  private failed = false;

  constructor(private readonly version: Version) {}

  receive(octets: Uint8Array): RequestMessage[] {
    const messages: RequestMessage[] = [];
    for (const line of this.splitter.push(octets)) {
      if (this.failed) break;
      const { pdu, content } = readLine(line, REQUEST_SHAPE);
      this.failed = 'problem' in content;
      messages.push({
        pdu,
        content,
        answer: write => write && outgoing(write, false),
        refuse: () => this.refusal(content, line),
      });
    }
    return messages;
  }

  private refusal(content: TextContent, line: Uint8Array): Outgoing {
    const problem = 'problem' in content && line.length > 1 ? content.problem : undefined;
    const error = { ...PARSE_ERROR, data: syntaxError(problem) };
    return outgoing(json => writeResponses(json, { id: null, error }, this.version), true);
  }
}

/** A message of a raw TCP stream. The line feed at its end is missing where the stream has ended. */
export function readLine(line: Uint8Array, shape: JsonShape): { pdu: Pdu; content: TextContent } {
  let noted: Annotations | undefined;
  const pdu: Pdu = {
    format: 'json-rpc',
    bytes: line,
    // Most messages are decoded for their values only: their fields are noted when somebody looks.
    get annotations() {
      noted ??= annotationsOf(line, shape);
      return noted;
    },
  };
  return { pdu, content: readText(textReader(line, false), shape) };
}

function annotationsOf(line: Uint8Array, shape: JsonShape): Annotations {
  const reader = textReader(line, true);
  const annotations = reader.annotations!;
  readText(reader, shape);
  annotations.abandon(reader.at);
  if (reader.at < reader.limit) annotations.leaf(UNKNOWN, reader.at, reader.limit);
  if (reader.limit < line.length) annotations.leaf(DELIMITER, reader.limit, line.length);
  return annotations;
}

function textReader(line: Uint8Array, annotate: boolean): ByteReader {
  const end = line[line.length - 1] === LINE_FEED ? line.length - 1 : line.length;
  return new ByteReader(line, annotate, 0, end);
}

function readText(reader: ByteReader, shape: JsonShape): TextContent {
  try {
    return { value: readJson(reader, shape) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

function outgoing(write: WriteText, close: boolean): Outgoing {
  const writer = new JsonWriter();
  write(writer);
  writer.begin(DELIMITER);
  writer.uint8(LINE_FEED);
  writer.end();
  const bytes = writer.finish();
  return { pdu: { format: 'json-rpc', bytes, annotations: writer.annotations! }, writes: [bytes.length], close };
}
