// Strings in HPACK's Huffman code. RFC 7541 §5.2.
import { problem } from '../../problem/problem';
import type { ByteWriter } from '../bytes/byte-writer';
import { CODES, EOS } from './huffman-code';
import { NO_SYMBOL, PADDED, ROOT, STEPS } from './huffman-steps';

/** Octets that `text`, whose characters are octets, takes in Huffman code. */
export function huffmanLength(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += CODES[text.charCodeAt(i)].length;
  return Math.ceil(bits / 8);
}

/** Writes `text`, whose characters are octets, and fills the last octet with the first bits of EOS, which are ones. */
export function writeHuffman(writer: ByteWriter, text: string): void {
  let octet = 0;
  let free = 8;
  for (let i = 0; i < text.length; i++) {
    const { code, length } = CODES[text.charCodeAt(i)];
    let left = length;
    while (left > 0) {
      const taken = Math.min(left, free);
      left -= taken;
      free -= taken;
      octet = (octet << taken) | ((code >>> left) & ((1 << taken) - 1));
      if (free === 0) {
        writer.uint8(octet);
        octet = 0;
        free = 8;
      }
    }
  }
  if (free < 8) writer.uint8((octet << free) | ((1 << free) - 1));
}

/** The text, each octet a character, that `[start, end)` stands for. Throws `hpack.*` problems about EOS and padding. */
export function readHuffman(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let state = ROOT;
  for (let at = start; at < end; at++) {
    for (let shift = 4; shift >= 0; shift -= 4) {
      const step = STEPS[state * 16 + ((bytes[at] >>> shift) & 0xf)];
      const symbol = step & NO_SYMBOL;
      if (symbol === EOS) throw problem('hpack.huffman-eos', { offset: at }, { offset: at });
      if (symbol !== NO_SYMBOL) text += String.fromCharCode(symbol);
      state = step >>> 9;
    }
  }
  if (!PADDED.has(state)) throw problem('hpack.huffman-padding', { offset: end - 1 }, { offset: end - 1 });
  return text;
}

/** What `octets` stand for as far as they can be decoded: for showing it. */
export function huffmanText(octets: Uint8Array): string {
  let text = '';
  let state = ROOT;
  for (let i = 0; i < octets.length * 2; i++) {
    const step = STEPS[state * 16 + ((octets[i >>> 1] >>> (i % 2 === 0 ? 4 : 0)) & 0xf)];
    const symbol = step & NO_SYMBOL;
    if (symbol < EOS) text += String.fromCharCode(symbol);
    state = step >>> 9;
  }
  return text;
}
