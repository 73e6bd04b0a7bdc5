// Explains recorded XML-RPC conversations without interface and options.
import { httpDissector } from '../http-dissector';
import type { StreamDissector } from '../protocol';
import { bodyFormat } from './body';
import { statementOf } from './statement';

/** Splits one direction into messages. Every value tells its own type; the lenient dialect reads what either peer would. */
export function dissect(direction: 'c2s' | 's2c'): StreamDissector {
  return httpDissector(direction, bodyFormat('node'), statementOf);
}

/** How sure it is that a conversation is XML-RPC, by its first octets: 1 when a call is seen, less for a response, little for any POST. */
export function recognise(c2s: Uint8Array, s2c: Uint8Array): number {
  const request = beginning(c2s);
  const response = beginning(s2c);
  if (!/^\s*POST [^\r\n]* HTTP\/1\.[01]\r\n/.test(request)) {
    return /^HTTP\/1\./.test(response) && response.includes('<methodResponse') ? 0.9 : 0;
  }
  if (/<methodCall[\s>]/.test(request)) return 1;
  if (/<methodResponse[\s>]/.test(response)) return 0.9;
  return /\r\ncontent-type:\s*text\/xml/i.test(request) && /xml-?rpc|\/RPC2/i.test(request) ? 0.6 : 0;
}

/** The first 4 kB as ISO 8859-1. */
function beginning(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i < Math.min(octets.length, 4096); i++) text += String.fromCharCode(octets[i]);
  return text;
}
