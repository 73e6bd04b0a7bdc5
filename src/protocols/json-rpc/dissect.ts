// Takes a recorded stream apart without interface or options: over HTTP or on raw TCP, as its first octet tells.
import type { Pdu } from '../../wire/bytes/pdu';
import { MessageReader } from '../../wire/http1/message-reader';
import type { JsonShape } from '../../wire/json/shape';
import type { StreamDissector } from '../protocol';
import { REQUEST_BODY, RESPONSE_BODY } from './http-transport';
import { REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { LineSplitter } from './line-splitter';
import { readLine } from './tcp-transport';

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  let dissector: StreamDissector | undefined;
  return {
    push(octets) {
      if (octets.length === 0) return [];
      dissector ??= isLetter(octets[0]) ? httpDissector(direction) : lineDissector(shapeOf(direction));
      return dissector.push(octets);
    },
    end: () => dissector?.end() ?? [],
  };
}

function shapeOf(direction: 'c2s' | 's2c'): JsonShape {
  return direction === 'c2s' ? REQUEST_SHAPE : RESPONSE_SHAPE;
}

/** HTTP begins with a method or `HTTP/`; a JSON-RPC text with a bracket or white space. */
function isLetter(octet: number): boolean {
  return (octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x7a;
}

function httpDissector(direction: 'c2s' | 's2c'): StreamDissector {
  const reader =
    direction === 'c2s' ? new MessageReader('request', REQUEST_BODY) : new MessageReader('response', RESPONSE_BODY);
  const pdus = (messages: readonly { readonly pdu: Pdu }[]) => messages.map(({ pdu }) => pdu);
  return { push: octets => pdus(reader.push(octets)), end: () => pdus(reader.end()) };
}

function lineDissector(shape: JsonShape): StreamDissector {
  const splitter = new LineSplitter();
  return {
    push: octets => splitter.push(octets).map(line => readLine(line, shape).pdu),
    end: () => (splitter.rest.length > 0 ? [readLine(splitter.rest, shape).pdu] : []),
  };
}
