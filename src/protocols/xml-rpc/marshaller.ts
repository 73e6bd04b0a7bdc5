// What the marshallers of both flavours have in common: where they write, and where they are in the value.
import { type Place, placeOf } from '../../idl/place';
import type { Type } from '../../idl/types';
import type { Value } from '../../idl/value';
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../problem/problem';
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { FieldKindId } from '../../wire/bytes/field-kind';
import { callKeys, type PartKeys } from './part-keys';

/** A value with its type, and what it is called in a sentence. */
export interface Argument {
  readonly value: Value;
  readonly type: Type;
  readonly name?: string;
}

/** Writes whole XML-RPC documents. Throws `xml-rpc.*` problems with the path of a value that cannot be carried. */
export interface Marshaller {
  methodCall(method: string, args: readonly Argument[]): void;
  /** The response to a call of `method`. */
  response(method: string, result: Argument): void;
  fault(code: number, text: string): void;
}

/** Base of the marshallers. */
export class MarshallerBase {
  /** The keys from the argument, or the result, to the value that is being written. */
  protected readonly path: (string | number)[] = [];
  /** What the parts of the document at hand are called in value paths. */
  protected keys: PartKeys = callKeys('');
  private root: Place = placeOf([]);

  constructor(protected readonly writer: ByteWriter) {}

  /** What is written next is the argument at `index` of the call, called `name`. */
  protected enterArgument(index: number, name?: string): void {
    const key = this.keys.param(index);
    this.enter(key === undefined ? [this.keys.whole] : [this.keys.whole, key], name);
  }

  /** What is written next is the argument or result `name` at `path` of the call. */
  protected enter(path: readonly (string | number)[], name?: string): void {
    this.root = placeOf(path, name);
    this.path.length = 0;
  }

  /** The value at hand cannot be written. */
  protected failure(code: ProblemCode, params: ProblemParams = {}): ProblemError {
    const place = this.path.reduce<Place>((outer, key) => outer.within(key), this.root);
    return problem(code, { place: place.text, ...params }, { path: place.path });
  }

  /** An element with text in it. */
  protected textElement(kind: FieldKindId, start: string, text: string, end: string): void {
    this.writer.enclosed(kind, start, text, end);
  }

  protected open(kind: FieldKindId, start: string, key?: string | number): void {
    this.writer.begin(kind, key);
    this.writer.text(start);
    this.writer.content();
  }

  protected close(end: string): void {
    this.writer.tail();
    this.writer.text(end);
    this.writer.end();
  }

  /** An element without anything in it: `<nil/>`. */
  protected emptyElement(kind: FieldKindId, tag: string, key?: string | number): void {
    this.writer.begin(kind, key);
    this.writer.text(tag);
    this.writer.end();
  }
}
