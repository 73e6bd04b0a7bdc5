// Reads Hessian 2's strings and binary data from their octets: in one chunk, or in several. Hessian 2.0 §4.1, §4.12.
import type { ProblemError } from '../../problem/problem';
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import { BINARY_CODES, FORMS, type Form, type SizeCodes, STRING_CODES } from './bytecodes';
import { HessianText } from './hessian-text';
import { FINAL_BINARY, FINAL_STRING, NON_FINAL_BINARY, NON_FINAL_STRING } from './kinds';
import { hexOctet, ScalarScanner } from './scalar-scanner';

export class ChunkScanner extends ScalarScanner {
  private readonly text: HessianText;

  constructor(reader: ByteReader) {
    super(reader);
    this.text = new HessianText(this.octets.subarray(0, this.limit));
  }

  /** §4.12. The string's octets become fields of `kind`. */
  protected string(kind: FieldKindId, key?: string | number): string {
    if (this.formAtHand('string') !== STRING_CODES.nonFinal) return this.stringChunk(kind, key);
    this.annotations?.begin(kind, this.at, key);
    let text = '';
    while (this.formAtHand('string') === STRING_CODES.nonFinal) text += this.stringChunk(NON_FINAL_STRING);
    text += this.stringChunk(FINAL_STRING);
    this.annotations?.end(this.at);
    return text;
  }

  /** §4.1. */
  protected binary(kind: FieldKindId, key?: string | number): Uint8Array {
    if (this.formAtHand('binary') !== BINARY_CODES.nonFinal) return this.binaryChunk(kind, key).slice();
    const chunks: Uint8Array[] = [];
    this.annotations?.begin(kind, this.at, key);
    while (this.formAtHand('binary') === BINARY_CODES.nonFinal) chunks.push(this.binaryChunk(NON_FINAL_BINARY));
    chunks.push(this.binaryChunk(FINAL_BINARY));
    this.annotations?.end(this.at);
    return joined(chunks);
  }

  private stringChunk(kind: FieldKindId, key?: string | number): string {
    const { at } = this;
    const units = this.size(STRING_CODES);
    const contentStart = this.at;
    const text = this.text.decode(contentStart, units);
    if (text === undefined) throw this.textFault();
    this.at = this.text.end;
    this.annotations?.enclosed(kind, at, contentStart, this.at, this.at, key);
    return text;
  }

  private textFault(): ProblemError {
    const { end } = this.text;
    if (end >= this.limit) return this.ended(1);
    return this.refusal('hessian2.bad-utf8', { found: hexOctet(this.octets[end]) }, end);
  }

  private binaryChunk(kind: FieldKindId, key?: string | number): Uint8Array {
    const { at } = this;
    const size = this.size(BINARY_CODES);
    const contentStart = this.at;
    this.at += size;
    this.annotations?.enclosed(kind, at, contentStart, this.at, this.at, key);
    return this.octets.subarray(contentStart, this.at);
  }

  /** The size in the head of a chunk; each thing that it counts takes at least an octet. */
  private size({ direct, directMax, final, nonFinal, short }: SizeCodes): number {
    const code = this.octets[this.at++];
    let size: number;
    if (code === final || code === nonFinal) size = this.view.getUint16(this.passed(2));
    else if (code <= direct + directMax) size = code - direct;
    else size = (code - short) * 256 + this.octets[this.passed(1)];
    if (size > this.limit - this.at) throw this.badSize(size);
    return size;
  }

  private formAtHand(form: Form): number {
    const code = this.code();
    if (FORMS[code] !== form) throw this.missing(form);
    return code;
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const octets = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    octets.set(chunk, at);
    at += chunk.length;
  }
  return octets;
}
