// Takes a recorded stream apart without interface or options: over HTTP or raw TCP, as its first octet tells.
import type { Pdu } from '../../wire/bytes/pdu';
import type { JsonShape } from '../../wire/json/shape';
import type { StreamDissector } from '../protocol';
import { REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { LineSplitter } from './line-splitter';
import { readLine } from './tcp-transport';

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  return new LineDissector(direction === 'c2s' ? REQUEST_SHAPE : RESPONSE_SHAPE);
}

class LineDissector implements StreamDissector {
  private readonly splitter = new LineSplitter();

  constructor(private readonly shape: JsonShape) {}

  push(octets: Uint8Array): Pdu[] {
    return this.splitter.push(octets).map(line => readLine(line, this.shape).pdu);
  }

  end(): Pdu[] {
    const { rest } = this.splitter;
    return rest.length > 0 ? [readLine(rest, this.shape).pdu] : [];
  }
}
