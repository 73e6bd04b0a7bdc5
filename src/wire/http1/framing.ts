// Where an HTTP/1.1 message ends. RFC 9112 §6.3 (message body length), §7.1 (chunks).
import { problem } from '../../problem/problem';
import { fieldValue, type Head } from './head';

/** Longest body that is read, in octets. A bound of ours, not of the specification. */
export const MAX_BODY = 64 * 1024 * 1024;

/** How the body's end is told. */
export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' };

/** The framing of the body after `head`. Throws when the head contradicts itself. */
export function framingOf(head: Head): Framing {
  if (head.kind === 'response' && (head.status < 200 || head.status === 204 || head.status === 304))
    return { kind: 'none' };
  const coding = fieldValue(head, 'Transfer-Encoding');
  if (coding !== undefined) {
    if (coding.toLowerCase() !== 'chunked') throw problem('http1.unknown-transfer-coding', { coding });
    return { kind: 'chunked' };
  }
  const length = fieldValue(head, 'Content-Length');
  if (length !== undefined) return { kind: 'length', length: lengthOf(length) };
  return head.kind === 'request' ? { kind: 'none' } : { kind: 'until-close' };
}

function lengthOf(text: string): number {
  // Equal values in a list stand for one: RFC 9110 §8.6.
  const [first, ...others] = text.split(/\s*,\s*/);
  if (!/^\d{1,15}$/.test(first) || others.some(other => other !== first))
    throw problem('http1.bad-content-length', { value: text.slice(0, 60) });
  const length = Number(first);
  if (length > MAX_BODY) throw problem('http1.body-too-large', { length, limit: MAX_BODY });
  return length;
}

/** The chunk-size of a chunk's first line, without its extension. */
export function chunkSizeOf(line: string, offset: number): number {
  const size = /^[0-9A-Fa-f]{1,8}/.exec(line)?.[0];
  const rest = line.slice(size?.length ?? 0).trimStart();
  if (size === undefined || (rest !== '' && rest[0] !== ';'))
    throw problem('http1.bad-chunk-size', { line: line.slice(0, 60) }, { offset });
  const length = Number.parseInt(size, 16);
  if (length > MAX_BODY) throw problem('http1.body-too-large', { length, limit: MAX_BODY }, { offset });
  return length;
}
