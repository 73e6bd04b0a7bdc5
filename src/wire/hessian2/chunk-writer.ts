// Writes Hessian 2's strings and binary data: in one chunk, or in several where they are long. Hessian 2.0 §4.1, §4.12.
import type { FieldKindId } from '../bytes/field-kind';
import { BINARY_CODES, SHORT_MAX, type SizeCodes, STRING_CODES } from './bytecodes';
import { CAUCHO, type HessianFlavour } from './flavour';
import { BINARY, FINAL_BINARY, FINAL_STRING, NON_FINAL_BINARY, NON_FINAL_STRING, STRING } from './kinds';
import { ScalarWriter } from './scalar-writer';

/** Code units of a string's chunk, as all known peers cut them. The size has 16 bits. */
const STRING_CHUNK = 0x8000;

export class ChunkWriter extends ScalarWriter {
  constructor(
    private readonly flavour: HessianFlavour = CAUCHO,
    annotate = true,
    memory?: Uint8Array | number,
  ) {
    super(annotate, memory);
  }

  /** §4.12. Any UTF-16, halves of surrogate pairs included. `kind` is another for a name. */
  string(text: string, key?: string | number, kind: FieldKindId = STRING): void {
    if (text.length <= STRING_CHUNK) {
      this.stringChunk(text, 0, text.length, kind, key);
      return;
    }
    this.begin(kind, key);
    let from = 0;
    while (text.length - from > STRING_CHUNK) {
      const to = chunkEnd(text, from);
      this.stringChunk(text, from, to, NON_FINAL_STRING);
      from = to;
    }
    this.stringChunk(text, from, text.length, FINAL_STRING);
    this.end();
  }

  /** §4.1. */
  binary(data: Uint8Array, key?: string | number): void {
    const { binaryChunk } = this.flavour;
    if (data.length <= binaryChunk) {
      this.binaryChunk(data, BINARY, key);
      return;
    }
    this.begin(BINARY, key);
    let from = 0;
    for (; data.length - from > binaryChunk; from += binaryChunk)
      this.binaryChunk(data.subarray(from, from + binaryChunk), NON_FINAL_BINARY);
    this.binaryChunk(data.subarray(from), FINAL_BINARY);
    this.end();
  }

  /** The code units `[from, to)` of `text`, each as UTF-8 by itself: half a surrogate pair takes three octets of its own. */
  private stringChunk(text: string, from: number, to: number, kind: FieldKindId, key?: string | number): void {
    this.reserve(3 + (to - from) * 3);
    const start = this.used;
    this.putSize(to - from, STRING_CODES, kind === NON_FINAL_STRING);
    const contentStart = this.used;
    const { octets } = this;
    let at = contentStart;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        octets[at++] = unit;
      } else if (unit < 0x800) {
        octets[at++] = 0xc0 | (unit >> 6);
        octets[at++] = 0x80 | (unit & 0x3f);
      } else {
        octets[at++] = 0xe0 | (unit >> 12);
        octets[at++] = 0x80 | ((unit >> 6) & 0x3f);
        octets[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.used = at;
    this.annotations?.enclosed(kind, start, contentStart, at, at, key);
  }

  private binaryChunk(data: Uint8Array, kind: FieldKindId, key?: string | number): void {
    this.reserve(3 + data.length);
    const start = this.used;
    this.putSize(data.length, BINARY_CODES, kind === NON_FINAL_BINARY);
    const contentStart = this.used;
    this.bytes(data);
    this.annotations?.enclosed(kind, start, contentStart, this.used, this.used, key);
  }

  private putSize(size: number, codes: SizeCodes, isNonFinal: boolean): void {
    const { octets } = this;
    if (!isNonFinal && size <= codes.directMax) {
      octets[this.used++] = codes.direct + size;
      return;
    }
    if (!isNonFinal && size <= SHORT_MAX) {
      octets[this.used++] = codes.short + (size >> 8);
    } else {
      octets[this.used++] = isNonFinal ? codes.nonFinal : codes.final;
      octets[this.used++] = size >> 8;
    }
    octets[this.used++] = size;
  }
}

/** §4.12: chunks do not split surrogate pairs. */
function chunkEnd(text: string, from: number): number {
  const last = text.charCodeAt(from + STRING_CHUNK - 1);
  const isHighSurrogate = last >= 0xd800 && last <= 0xdbff;
  return from + STRING_CHUNK - (isHighSurrogate ? 1 : 0);
}
