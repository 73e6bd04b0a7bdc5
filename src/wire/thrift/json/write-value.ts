// Writes values in the JSON protocol: ids and types as text. TJSONProtocol of Apache Thrift's libraries.
import { problem } from '../../../problem/problem';
import type { JsonWriter } from '../../json/json-writer';
import { pairKey } from '../pair-key';
import { isWritten } from '../requiredness';
import { keyOf, type ThriftFields, type ThriftStruct, type ThriftType, type ThriftValue } from '../schema';
import { base64FromOctets } from './base64';
import type { DoubleText } from './double-text';
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
import { typeName } from './type-names';

type Key = string | number | undefined;

/** Writes values into one JSON text. */
export class JsonValueWriter {
  constructor(
    private readonly json: JsonWriter,
    private readonly doubleText: DoubleText,
  ) {}

  /** Writes the fields that are set, in the order of `struct`. Throws `thrift.field-not-set` and `thrift.no-json-name`. */
  struct(struct: ThriftStruct, fields: ThriftFields, key?: Key): void {
    const { json } = this;
    json.beginObject(STRUCT, key);
    for (const field of struct.fields) {
      const value = fields.get(field.name);
      if (!isWritten(struct, field, value)) continue;
      json.beginMember(String(field.id), FIELD, keyOf(field), FIELD_ID);
      json.beginObject(TYPED);
      json.beginMember(typeName(field.type.kind), TYPE_AND_VALUE, undefined, FIELD_TYPE);
      this.value(field.type, value);
      json.endMember();
      json.endObject();
      json.endMember();
    }
    json.endObject();
  }

  private value(type: ThriftType, value: ThriftValue, key?: Key): void {
    const { json } = this;
    switch (type.kind) {
      case 'struct':
        this.struct(type, value as ThriftFields, key);
        break;
      case 'list':
      case 'set':
        this.elements(type.kind === 'list' ? LIST : SET, type.element, value as readonly ThriftValue[], key);
        break;
      case 'map':
        this.map(type.key, type.value, value as ReadonlyMap<ThriftValue, ThriftValue>, key);
        break;
      case 'string':
        json.string(value as string, STRING, key);
        break;
      case 'binary':
        json.string(base64FromOctets(value as Uint8Array), BINARY, key);
        break;
      case 'bool':
        json.numeral(value ? '1' : '0', BOOL, key);
        break;
      case 'double':
        if (Number.isFinite(value)) json.numeral(this.doubleText(value as number), DOUBLE, key);
        else json.string(String(value), NOT_FINITE, key);
        break;
      default:
        json.numeral(String(value), INTEGER, key);
    }
  }

  private elements(kind: number, type: ThriftType, elements: readonly ThriftValue[], key: Key): void {
    const { json } = this;
    json.beginArray(kind, key);
    json.string(typeName(type.kind), ELEMENT_TYPE);
    json.number(elements.length, SIZE);
    for (let i = 0; i < elements.length; i++) this.value(type, elements[i], i);
    json.endArray();
  }

  private map(
    keyType: ThriftType,
    valueType: ThriftType,
    pairs: ReadonlyMap<ThriftValue, ThriftValue>,
    key: Key,
  ): void {
    const { json } = this;
    json.beginArray(MAP, key);
    json.string(typeName(keyType.kind), KEY_TYPE);
    json.string(typeName(valueType.kind), VALUE_TYPE);
    json.number(pairs.size, SIZE);
    json.beginObject(PAIRS);
    let index = 0;
    for (const [name, value] of pairs) {
      json.beginMember(this.nameOf(keyType, name), PAIR, pairKey(name, index++), KEY);
      this.value(valueType, value);
      json.endMember();
    }
    json.endObject();
    json.endArray();
  }

  /** A map's key as the name of a member. Simplified: the libraries write structs and lists there too, which makes no JSON text. */
  private nameOf(type: ThriftType, key: ThriftValue): string {
    switch (type.kind) {
      case 'string':
        return key as string;
      case 'binary':
        return base64FromOctets(key as Uint8Array);
      case 'bool':
        return key ? '1' : '0';
      case 'double':
        return Number.isFinite(key) ? this.doubleText(key as number) : String(key);
      case 'struct':
      case 'list':
      case 'set':
      case 'map':
        throw problem('thrift.no-json-name', { type: type.kind });
      default:
        return String(key);
    }
  }
}
