// Reads values in the JSON protocol, with or without knowing what they are: ids and types stand in the text. TJSONProtocol of Apache
// Thrift's libraries.
//
// As in the other protocols, a field that the struct does not have, or has with another type, is passed over.
import { problem } from '../../../problem/problem';
import type { FieldKindId } from '../../bytes/field-kind';
import { checkDepth } from '../limits';
import { pairKey } from '../pair-key';
import { checkRequired } from '../requiredness';
import {
  keyOf,
  placeOfField,
  type ThriftFields,
  type ThriftKind,
  type ThriftStruct,
  type ThriftType,
  type ThriftValue,
} from '../schema';
import { unexpectedElement, unknownType } from '../type-fault';
import {
  BINARY,
  BOOL,
  DOUBLE,
  ELEMENT_TYPE,
  FIELD,
  FIELD_ID,
  FIELD_TYPE,
  INTEGER,
  KEY,
  KEY_TYPE,
  LIST,
  MAP,
  NOT_FINITE,
  PAIR,
  PAIRS,
  SET,
  SIZE,
  STRING,
  STRUCT,
  TYPE_AND_VALUE,
  TYPED,
  VALUE_TYPE,
} from './kinds';
import { ScalarReader } from './scalar-reader';
import { kindOfName, typeName } from './type-names';

type Key = string | number | undefined;

const QUOTE = 0x22;

/** Reads values out of one JSON text. */
export class JsonValueReader extends ScalarReader {
  /** Undefined means that nobody knows the struct's fields. */
  protected struct(struct: ThriftStruct | undefined, depth: number, key: Key): ThriftFields {
    checkDepth(depth, this.at);
    const fields = new Map<string, ThriftValue>();
    let place = -1;
    this.open(STRUCT, '{', key);
    if (!this.isNext('}'))
      do place = this.field(struct, fields, place + 1, depth);
      while (this.another());
    this.close('}');
    if (struct) checkRequired(struct, fields, this.at - 1);
    return fields;
  }

  /** Reads a field into `fields`. Returns its place in the struct, or -1. */
  private field(
    struct: ThriftStruct | undefined,
    fields: Map<string, ThriftValue>,
    guess: number,
    depth: number,
  ): number {
    const { annotations } = this;
    const row = annotations?.count ?? 0;
    annotations?.begin(FIELD, this.at);
    const id = this.fieldId();
    this.pass(':');
    this.open(TYPED, '{');
    annotations?.begin(TYPE_AND_VALUE, this.at);
    const name = this.string(FIELD_TYPE);
    const place = struct ? placeOfField(struct, id, guess) : -1;
    const field = struct?.fields[place];
    const known = field && typeName(field.type.kind) === name ? field : undefined;
    annotations?.relabel(row, FIELD, known ? keyOf(known) : String(id));
    this.pass(':');
    const value = this.value(known?.type.kind ?? this.kindOf(name), known?.type, depth);
    if (known) fields.set(known.name, value);
    else if (!struct) fields.set(String(id), value);
    annotations?.end(this.at);
    this.close('}');
    annotations?.end(this.at);
    return place;
  }

  private value(kind: ThriftKind, type: ThriftType | undefined, depth: number, key?: Key): ThriftValue {
    switch (kind) {
      case 'bool':
        return this.int(BOOL, 'i32', key) !== 0;
      case 'i64':
        return this.long(INTEGER, key);
      case 'double':
        return this.peek() === QUOTE ? this.doubleFromText(NOT_FINITE, key) : Number(this.number(DOUBLE, key));
      case 'string':
        return this.string(STRING, key);
      case 'binary':
        return this.binary(BINARY, key);
      case 'struct':
        return this.struct(type?.kind === 'struct' ? type : undefined, depth + 1, key);
      case 'list':
      case 'set':
        return this.elements(kind === 'list' ? LIST : SET, type, depth + 1, key);
      case 'map':
        return this.map(type?.kind === 'map' ? type : undefined, depth + 1, key);
      default:
        return this.int(INTEGER, kind, key);
    }
  }

  private elements(kind: FieldKindId, type: ThriftType | undefined, depth: number, key: Key): ThriftValue[] {
    checkDepth(depth, this.at);
    const elements: ThriftValue[] = [];
    this.open(kind, '[', key);
    const element = this.elementType(ELEMENT_TYPE, type && 'element' in type ? type.element : undefined);
    this.pass(',');
    const sizeAt = this.at;
    const size = this.int(SIZE, 'i32');
    while (this.another()) elements.push(this.value(element.kind, element.type, depth, elements.length));
    this.close(']');
    this.checkCount(size, elements.length, sizeAt);
    return elements;
  }

  private map(
    type: (ThriftType & { readonly kind: 'map' }) | undefined,
    depth: number,
    key: Key,
  ): ReadonlyMap<ThriftValue, ThriftValue> {
    checkDepth(depth, this.at);
    const pairs = new Map<ThriftValue, ThriftValue>();
    this.open(MAP, '[', key);
    const keyType = this.elementType(KEY_TYPE, type?.key);
    this.pass(',');
    const valueType = this.elementType(VALUE_TYPE, type?.value);
    this.pass(',');
    const sizeAt = this.at;
    const size = this.int(SIZE, 'i32');
    this.pass(',');
    this.open(PAIRS, '{');
    let count = 0;
    if (!this.isNext('}'))
      do {
        this.annotations?.begin(PAIR, this.at);
        const name = this.scalarFromName(KEY, keyType.kind);
        this.annotations?.setKey(pairKey(name, count));
        count++;
        this.pass(':');
        pairs.set(name, this.value(valueType.kind, valueType.type, depth));
        this.annotations?.end(this.at);
      } while (this.another());
    this.close('}');
    this.close(']');
    this.checkCount(size, count, sizeAt);
    return pairs;
  }

  /** Reads the type of elements, which must be the interface's where there is one. */
  private elementType(
    kind: FieldKindId,
    expected: ThriftType | undefined,
  ): { readonly kind: ThriftKind; readonly type: ThriftType | undefined } {
    const offset = this.at;
    const name = this.string(kind);
    if (!expected) return { kind: this.kindOf(name), type: undefined };
    if (typeName(expected.kind) !== name) throw unexpectedElement(expected.kind, name, offset);
    return { kind: expected.kind, type: expected };
  }

  /** The type whose name has just been read. */
  private kindOf(name: string): ThriftKind {
    const kind = kindOfName(name);
    if (!kind) throw unknownType(name, this.at);
    return kind;
  }

  private fieldId(): number {
    return this.scalarFromName(FIELD_ID, 'i16') as number;
  }

  private checkCount(stated: number, actual: number, offset: number): void {
    if (stated !== actual) throw problem('thrift.wrong-size', { stated, actual, offset }, { offset });
  }
}
