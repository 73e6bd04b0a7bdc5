// Takes a recorded stream apart without interface or options: over HTTP or on raw TCP, as its first octet tells.
import { httpDissector } from '../http-dissector';
import type { Dissected, StreamDissector } from '../protocol';
import { REQUEST_BODY, RESPONSE_BODY } from './http-transport';
import { REQUEST_SHAPE, RESPONSE_SHAPE } from './kinds';
import { LineSplitter } from './line-splitter';
import { requestOverHttp, requestStatement, responseOverHttp, responseStatement } from './statement';
import { readLine } from './tcp-transport';

/** A dissector of the stream in `direction`. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  let dissector: StreamDissector | undefined;
  return {
    push(octets) {
      if (octets.length === 0) return [];
      dissector ??= isLetter(octets[0]) ? overHttp(direction) : onRawStream(direction);
      return dissector.push(octets);
    },
    end: () => dissector?.end() ?? [],
  };
}

/** HTTP begins with a method or `HTTP/`; a JSON-RPC text with a bracket or white space. */
function isLetter(octet: number): boolean {
  return (octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x7a;
}

function overHttp(direction: 'c2s' | 's2c'): StreamDissector {
  return direction === 'c2s'
    ? httpDissector(direction, REQUEST_BODY, requestOverHttp)
    : httpDissector(direction, RESPONSE_BODY, responseOverHttp);
}

function onRawStream(direction: 'c2s' | 's2c'): StreamDissector {
  const splitter = new LineSplitter();
  const [shape, says] =
    direction === 'c2s' ? ([REQUEST_SHAPE, requestStatement] as const) : ([RESPONSE_SHAPE, responseStatement] as const);
  const dissected = (line: Uint8Array): Dissected => {
    const { pdu, content } = readLine(line, shape);
    return {
      pdu,
      says: 'value' in content ? says(content.value) : { kind: 'unreadable', problem: content.problem },
    };
  };
  return {
    push: octets => splitter.push(octets).map(dissected),
    end: () => (splitter.rest.length > 0 ? [dissected(splitter.rest)] : []),
  };
}
