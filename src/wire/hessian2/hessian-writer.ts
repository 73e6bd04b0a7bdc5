// Writes Hessian 2: lists, maps and objects, with references to what was written before. Hessian 2.0 §4.6, §4.8, §4.10, §4.11, §5.
import {
  CLASS_DEFINITION_CODE,
  COMPACT_LIST_MAX,
  COMPACT_OBJECT as COMPACT_OBJECT_CODE,
  COMPACT_OBJECT_MAX,
  OBJECT_CODE,
  REF_CODE,
  TERMINATOR,
  TYPED_COMPACT_LIST,
  TYPED_FIXED_LIST,
  TYPED_MAP,
  TYPED_VARIABLE_LIST,
  UNTYPED_COMPACT_LIST,
  UNTYPED_FIXED_LIST,
  UNTYPED_MAP as UNTYPED_MAP_CODE,
  UNTYPED_VARIABLE_LIST,
} from './bytecodes';
import { ChunkWriter } from './chunk-writer';
import type { ClassDefinition } from './hessian-value';
import {
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
  OBJECT,
  REF,
  TYPE,
  TYPE_REFERENCE,
  UNTYPED_MAP,
  VARIABLE_LIST,
} from './kinds';

/**
 * Writes values one after the other; they share the tables of types, classes and references, as the values of one message do.
 *
 *     hessian.beginObject({ name: 'demo.Item', fields: ['sku'] }, 0);  hessian.string('A-1', 'sku');  hessian.endObject();
 */
export class HessianWriter extends ChunkWriter {
  /** Lists, maps and objects begun so far: the number of the next one. */
  private begun = 0;
  private readonly numbers = new Map<object, number>();
  private readonly types = new Map<string, number>();
  private readonly classes: ClassDefinition[] = [];
  private readonly classNumbers = new Map<string, number>();

  /**
   * Writes a reference if `container` was written before, and says so. If not, it gets its number, and the list, map or object that
   * stands for it must begin next.
   */
  writtenBefore(container: object, key?: string | number): boolean {
    const number = this.numbers.get(container);
    if (number === undefined) {
      this.numbers.set(container, this.begun);
      return false;
    }
    const start = this.used;
    this.uint8(REF_CODE);
    this.putInt(number);
    this.annotations?.enclosed(REF, start, start + 1, this.used, this.used, key);
    return true;
  }

  /** A list whose `length` values follow. */
  beginList(length: number, type?: string, key?: string | number): void {
    this.begun++;
    const isCompact = length <= COMPACT_LIST_MAX;
    this.begin(isCompact ? COMPACT_LIST : FIXED_LIST, key);
    if (isCompact) this.uint8((type === undefined ? UNTYPED_COMPACT_LIST : TYPED_COMPACT_LIST) + length);
    else this.uint8(type === undefined ? UNTYPED_FIXED_LIST : TYPED_FIXED_LIST);
    this.content();
    if (type !== undefined) this.type(type);
    if (!isCompact) this.intField(LIST_LENGTH, length);
  }

  endList(): void {
    this.end();
  }

  /** A list of as many values as come before its end. */
  beginVariableList(type?: string, key?: string | number): void {
    this.begun++;
    this.begin(VARIABLE_LIST, key);
    this.uint8(type === undefined ? UNTYPED_VARIABLE_LIST : TYPED_VARIABLE_LIST);
    this.content();
    if (type !== undefined) this.type(type);
  }

  endVariableList(): void {
    this.terminate();
  }

  /** A map whose entries follow. Without a type it is what its reader takes for its usual map. */
  beginMap(type?: string, key?: string | number): void {
    this.begun++;
    this.begin(type === undefined ? UNTYPED_MAP : MAP, key);
    this.uint8(type === undefined ? UNTYPED_MAP_CODE : TYPED_MAP);
    this.content();
    if (type !== undefined) this.type(type);
  }

  endMap(): void {
    this.terminate();
  }

  /** An entry of a map: its key and its value must follow. `key` is the key as text, where it can be. */
  beginEntry(key: string | undefined): void {
    this.begin(MAP_ENTRY, key);
  }

  endEntry(): void {
    this.end();
  }

  /** An entry's key that is a string. */
  entryKey(name: string): void {
    this.string(name, undefined, MAP_KEY);
  }

  /** An object whose values follow, one for each field. Its class is defined before the first of its objects. */
  beginObject(definition: ClassDefinition, key?: string | number): void {
    const reference = this.classReference(definition);
    this.begun++;
    const isCompact = reference <= COMPACT_OBJECT_MAX;
    this.begin(isCompact ? COMPACT_OBJECT : OBJECT, key);
    this.uint8(isCompact ? COMPACT_OBJECT_CODE + reference : OBJECT_CODE);
    this.content();
    if (!isCompact) this.intField(CLASS_REFERENCE, reference);
  }

  endObject(): void {
    this.end();
  }

  private terminate(): void {
    this.tail();
    this.uint8(TERMINATOR);
    this.end();
  }

  /** §4.13, §4.14: the type's name, or its number where it has been named before. */
  private type(name: string): void {
    const reference = this.types.get(name);
    if (reference !== undefined) {
      this.intField(TYPE_REFERENCE, reference);
      return;
    }
    this.types.set(name, this.types.size);
    this.string(name, undefined, TYPE);
  }

  private classReference(definition: ClassDefinition): number {
    const reference = this.classNumbers.get(definition.name);
    if (reference !== undefined && sameFields(this.classes[reference], definition)) return reference;
    this.define(definition);
    this.classNumbers.set(definition.name, this.classes.push(definition) - 1);
    return this.classes.length - 1;
  }

  private define({ name, fields }: ClassDefinition): void {
    this.begin(CLASS_DEFINITION);
    this.uint8(CLASS_DEFINITION_CODE);
    this.content();
    this.string(name, undefined, CLASS_NAME);
    this.intField(FIELD_COUNT, fields.length);
    for (const field of fields) this.string(field, undefined, FIELD_NAME);
    this.end();
  }
}

function sameFields(a: ClassDefinition, b: ClassDefinition): boolean {
  return a === b || (a.fields.length === b.fields.length && a.fields.every((field, i) => field === b.fields[i]));
}
