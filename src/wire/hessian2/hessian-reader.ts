// Reads Hessian 2 values from their octets and notes what each octet belongs to: the mirror of HessianWriter. Hessian 2.0 §3 to §5.
import type { ByteReader } from '../bytes/byte-reader';
import type { FieldKindId } from '../bytes/field-kind';
import {
  CLASS_DEFINITION_CODE,
  FORMS,
  OBJECT_CODE,
  TERMINATOR,
  TRUE_CODE,
  TYPED_COMPACT_LIST,
  TYPED_FIXED_LIST,
  TYPED_MAP,
  TYPED_VARIABLE_LIST,
  UNTYPED_COMPACT_LIST,
  UNTYPED_VARIABLE_LIST,
} from './bytecodes';
import { ChunkScanner } from './chunk-scanner';
import {
  type ClassDefinition,
  entryName,
  type HessianContainer,
  HessianDate,
  HessianDouble,
  HessianList,
  HessianMap,
  HessianObject,
  type HessianValue,
} from './hessian-value';
import {
  BINARY,
  BOOLEAN,
  CLASS_DEFINITION,
  CLASS_NAME,
  CLASS_REFERENCE,
  COMPACT_LIST,
  COMPACT_OBJECT,
  FIELD_COUNT,
  FIELD_NAME,
  FIXED_LIST,
  LIST_LENGTH,
  MAP,
  MAP_ENTRY,
  MAP_KEY,
  NULL,
  noteDate,
  noteDouble,
  noteInt,
  noteLong,
  OBJECT,
  REF,
  STRING,
  TYPE,
  TYPE_REFERENCE,
  UNTYPED_MAP,
  VARIABLE_LIST,
} from './kinds';

/** Lists, maps and objects within one another. The specification has no limit; this one guards every recursion over a message. */
export const MAX_DEPTH = 1000;

type Key = string | number | undefined;

/**
 * Reads values one after the other from `reader`, up to its limit. They share the tables of types, classes and references.
 *
 * A method throws a problem of `hessian2.*` or `bytes.unexpected-end` with the offset at which the octets stop being Hessian 2;
 * `reader.at` is then where the field begins that could not be read.
 */
export class HessianReader extends ChunkScanner {
  private readonly references: HessianContainer[] = [];
  private readonly types: string[] = [];
  private readonly classes: ClassDefinition[] = [];
  private depth = 0;
  /** What the entries of maps are, where they are not as usual: see {@link readApart}. */
  private entryKind: FieldKindId | undefined;

  constructor(private readonly reader: ByteReader) {
    super(reader);
  }

  /** The next value. `key` says which part of the call's values it is. */
  read(key?: string | number): HessianValue {
    this.at = this.reader.at;
    try {
      return this.value(key);
    } finally {
      this.reader.at = this.at;
    }
  }

  /** The next value, which must be a string: a field of `kind`. */
  readString(kind: FieldKindId, key?: string | number): string {
    this.at = this.reader.at;
    try {
      return this.string(kind, key);
    } finally {
      this.reader.at = this.at;
    }
  }

  /** The next value. The entries of its maps are fields of `kind`, and no parts of the call's values. */
  readApart(kind: FieldKindId): HessianValue {
    this.entryKind = kind;
    try {
      return this.read();
    } finally {
      this.entryKind = undefined;
    }
  }

  private value(key?: Key): HessianValue {
    while (this.code() === CLASS_DEFINITION_CODE) this.classDefinition();
    const { annotations, at } = this;
    const code = this.octets[at];
    switch (FORMS[code]) {
      case 'string':
        return this.string(STRING, key);
      case 'int': {
        const int = this.scanInt();
        if (annotations) noteInt(annotations, at, this.at, key);
        return int;
      }
      case 'object':
        return this.object(code, key);
      case 'list':
        return this.list(code, key);
      case 'map':
        return this.map(code, key);
      case 'double': {
        const double = this.scanDouble();
        if (annotations) noteDouble(annotations, at, this.at, double === 0, key);
        return new HessianDouble(double);
      }
      case 'long': {
        const long = this.scanLong();
        if (annotations) noteLong(annotations, at, this.at, key);
        return long;
      }
      case 'null':
        this.at++;
        annotations?.leaf(NULL, at, this.at, key);
        return null;
      case 'boolean':
        this.at++;
        annotations?.leaf(BOOLEAN, at, this.at, key);
        return code === TRUE_CODE;
      case 'date': {
        const date = this.scanDate();
        if (annotations) noteDate(annotations, at, this.at, key);
        return new HessianDate(date);
      }
      case 'binary':
        return this.binary(BINARY, key);
      case 'ref':
        return this.reference(key);
      default:
        throw this.unexpected();
    }
  }

  /** §4.6. */
  private list(code: number, key: Key): HessianList {
    const isCompact = code >= TYPED_COMPACT_LIST;
    const isVariable = code === TYPED_VARIABLE_LIST || code === UNTYPED_VARIABLE_LIST;
    const isTyped =
      code === TYPED_VARIABLE_LIST || code === TYPED_FIXED_LIST || (isCompact && code < UNTYPED_COMPACT_LIST);
    this.enter(isCompact ? COMPACT_LIST : isVariable ? VARIABLE_LIST : FIXED_LIST, key);
    const type = isTyped ? this.type() : undefined;
    const list = new HessianList(type, [], isVariable);
    this.references.push(list);
    if (isVariable) {
      while (this.code() !== TERMINATOR) list.elements.push(this.value(list.elements.length));
      this.terminator();
    } else {
      const length = isCompact ? code & 0x07 : this.count(LIST_LENGTH);
      for (let i = 0; i < length; i++) list.elements.push(this.value(i));
    }
    this.leave();
    return list;
  }

  /** §4.8. */
  private map(code: number, key: Key): HessianMap {
    this.enter(code === TYPED_MAP ? MAP : UNTYPED_MAP, key);
    const map = new HessianMap(code === TYPED_MAP ? this.type() : undefined);
    this.references.push(map);
    while (this.code() !== TERMINATOR) map.entries.push(this.entry());
    this.terminator();
    this.leave();
    return map;
  }

  private entry(): [HessianValue, HessianValue] {
    this.annotations?.begin(this.entryKind ?? MAP_ENTRY, this.at);
    const key = FORMS[this.code()] === 'string' ? this.string(MAP_KEY) : this.value();
    const name = this.entryKind === undefined ? entryName(key) : undefined;
    if (name !== undefined) this.annotations?.setKey(name);
    const value = this.value();
    this.annotations?.end(this.at);
    return [key, value];
  }

  /** §4.10.2. */
  private object(code: number, key: Key): HessianObject {
    const isCompact = code !== OBJECT_CODE;
    this.enter(isCompact ? COMPACT_OBJECT : OBJECT, key);
    const index = isCompact ? code & 0x0f : this.intField(CLASS_REFERENCE);
    const definition = this.classes[index];
    if (!definition) throw this.fault('hessian2.bad-class', { index, count: this.classes.length });
    const object = new HessianObject(definition);
    this.references.push(object);
    for (const field of definition.fields) object.values.push(this.value(field));
    this.leave();
    return object;
  }

  /** §4.10.1. */
  private classDefinition(): void {
    this.annotations?.begin(CLASS_DEFINITION, this.at);
    this.at++;
    this.annotations?.content(this.at);
    const name = this.string(CLASS_NAME);
    const count = this.count(FIELD_COUNT);
    const fields: string[] = [];
    for (let i = 0; i < count; i++) fields.push(this.string(FIELD_NAME));
    this.classes.push({ name, fields });
    this.annotations?.end(this.at);
  }

  /** §4.11. */
  private reference(key: Key): HessianContainer {
    this.annotations?.begin(REF, this.at, key);
    this.at++;
    this.annotations?.content(this.at);
    const index = this.scanInt();
    this.annotations?.end(this.at);
    const container = this.references[index];
    if (!container) throw this.fault('hessian2.bad-reference', { index, count: this.references.length });
    return container;
  }

  /** §4.13, §4.14. */
  private type(): string {
    if (FORMS[this.code()] === 'string') {
      const name = this.string(TYPE);
      this.types.push(name);
      return name;
    }
    const index = this.intField(TYPE_REFERENCE);
    const name = this.types[index];
    if (name === undefined) throw this.fault('hessian2.bad-type', { index, count: this.types.length });
    return name;
  }

  /** Begins a group and passes the code that is its head. */
  private enter(kind: number, key: Key): void {
    if (++this.depth > MAX_DEPTH) throw this.fault('hessian2.too-deep', { limit: MAX_DEPTH });
    this.annotations?.begin(kind, this.at, key);
    this.at++;
    this.annotations?.content(this.at);
  }

  private leave(): void {
    this.annotations?.end(this.at);
    this.depth--;
  }

  private terminator(): void {
    this.annotations?.tail(this.at);
    this.at++;
  }
}
