// What the marshallers of both flavours have in common: where they write, where they are in the value, and which type a part has.
import { type Place, placeOf } from '../../idl/place';
import { ANY, type Member, type Type } from '../../idl/types';
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

/** The type of the elements of `type`. */
export function elementType(type: Type): Type {
  return type.kind === 'list' || type.kind === 'set' ? type.element : ANY;
}

/** The type of the member `name` of `type`, which usually is the one at `index`. */
export function memberType(type: Type, name: string, index: number): Type {
  if (type.kind === 'map') return type.value;
  if (type.kind !== 'struct') return ANY;
  const likely: Member | undefined = type.members[index];
  if (likely?.name === name) return likely.type;
  return type.members.find(member => member.name === name)?.type ?? ANY;
}

/** Whether a number of `type` is an integer to a language that tells integers and floats apart. */
export function isIntegerOf(type: Type, value: number): boolean {
  return type.kind !== 'double' && type.kind !== 'float' && Number.isInteger(value) && !Object.is(value, -0);
}
