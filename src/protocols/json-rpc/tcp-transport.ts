// JSON-RPC on a raw TCP stream, as jayson's tcp client and server speak it: each message is a JSON text and a line feed.
import type { Problem } from '../../problem/problem';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Pdu } from '../../wire/bytes/pdu';
import { JsonWriter } from '../../wire/json/json-writer';
import type { JsonShape } from '../../wire/json/shape';
import type { Outgoing } from '../protocol';
import { DELIMITER, REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { LineSplitter } from './line-splitter';
import { readText, type TextContent } from './read-text';
import { PARSE_ERROR, writeResponses } from './response-text';
import type { Version } from './settings';
import { syntaxError } from './syntax-error';
import type { ClientTransport, RequestMessage, ResponseMessage, ServerTransport, WriteText } from './transport';

const LINE_FEED = 0x0a;

/** The client opens a connection for each request, and closes it at once when it awaits no response. */
export class TcpClientTransport implements ClientTransport {
  private readonly splitter = new LineSplitter();

  request(write: WriteText, last: boolean): Outgoing {
    return outgoing(write, last);
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
        refuse: problem => this.refusal(problem),
      });
    }
    return messages;
  }

  private refusal(problem: Problem): Outgoing {
    const error = { ...PARSE_ERROR, data: syntaxError(problem) };
    return outgoing(json => writeResponses(json, { id: null, error }, this.version), true);
  }
}

/** A message of a raw TCP stream. The line feed at its end may be missing, where the stream ended. */
export function readLine(line: Uint8Array, shape: JsonShape): { pdu: Pdu; content: TextContent } {
  const end = line[line.length - 1] === LINE_FEED ? line.length - 1 : line.length;
  const reader = new ByteReader(line, true, 0, end);
  const content = readText(reader, shape);
  const annotations = reader.annotations!;
  if (end < line.length) annotations.leaf(DELIMITER, end, line.length);
  return { pdu: { format: 'json-rpc', bytes: line, annotations }, content };
}

function outgoing(write: WriteText, close: boolean): Outgoing {
  const writer = new ByteWriter();
  write(new JsonWriter(writer));
  writer.begin(DELIMITER);
  writer.uint8(LINE_FEED);
  writer.end();
  const bytes = writer.finish();
  return { pdu: { format: 'json-rpc', bytes, annotations: writer.annotations! }, writes: [bytes.length], close };
}
