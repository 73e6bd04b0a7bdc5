// Message types: what a .proto file says about the fields of a message, as far as the wire needs it.
// Protocol Buffers, Language Guide (proto2), (proto3); Application Note: Field Presence.
import type { FieldKindId } from '../bytes/field-kind';
import { ENTRY, FIELD, GROUP, MAP_KEY, MAP_VALUE, MESSAGE, RECORD_KINDS, SCALAR_KINDS } from './kinds';
import { isPackable, type Scalar, scalarWireType } from './scalar';
import { LEN, SGROUP } from './wire-type';

/** What proto2 and proto3 do differently here: whether repeated numbers are packed unless said otherwise, and whether a string must be UTF-8. */
export type Syntax = 'proto2' | 'proto3';

/** An enum. A closed one (proto2's) treats a number that it does not know as an unknown field; an open one (proto3's) keeps it. */
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly closed: boolean;
  readonly numbers: ReadonlySet<number>;
}

/** A map field: on the wire a repeated message with a key and a value. "Maps". */
export interface MapType {
  readonly kind: 'map';
  readonly key: Exclude<Scalar, 'double' | 'float' | 'bytes' | 'enum'>;
  readonly value: Exclude<Scalar, 'enum'> | EnumType | MessageType;
}

/** A field as a .proto file declares it. */
export interface FieldDeclaration {
  readonly name: string;
  /** 1 to 2^29 - 1, unique in its message. */
  readonly number: number;
  readonly type: Exclude<Scalar, 'enum'> | EnumType | MessageType | MapType;
  /**
   * `implicit`, the default, means that zero is as good as absent: a proto3 field without a label. `optional` and `required` have
   * explicit presence. A message, a member of a oneof and a map do so whatever is said here.
   */
  readonly cardinality?: 'implicit' | 'optional' | 'required' | 'repeated';
  /** For repeated numbers, bools and enums; by default what the syntax says. */
  readonly packed?: boolean;
  /** Whether a message is a group: between two tags instead of behind its length (proto2, deprecated). */
  readonly group?: boolean;
  /** The oneof that it belongs to: setting it clears the others. */
  readonly oneof?: string;
  /** Its key in annotations; by default its name. */
  readonly key?: string | number;
}

/** How the records of a field are formed. */
export type Form = 'scalar' | 'packed' | 'message' | 'group' | 'map';

/** A field as reader and writer need it. */
export interface Field {
  readonly name: string;
  readonly number: number;
  /** Its place among the fields of its type, in the order of their numbers. */
  readonly index: number;
  readonly form: Form;
  /** The tag that it is written with. */
  readonly tag: number;
  /** The type of its elements; undefined for messages and maps. */
  readonly scalar: Scalar | undefined;
  /** The numbers of a closed enum. */
  readonly closedEnum: ReadonlySet<number> | undefined;
  /** The type of its messages, or of the entries of a map. */
  readonly message: MessageType | undefined;
  /** Whether it holds a list. */
  readonly repeated: boolean;
  readonly required: boolean;
  /** Whether its zero is as good as its absence. */
  readonly implicit: boolean;
  /** Whether its text must be UTF-8. */
  readonly strictText: boolean;
  /** The other members of its oneof. */
  readonly rivals: readonly string[];
  /** The kind of its records. */
  readonly kind: FieldKindId;
  /** The kind of what stands in its records, where that is a field of its own. */
  readonly contentKind: FieldKindId;
  /** Whether a record is one field, tag and number. */
  readonly isOneField: boolean;
  readonly key: string | number | undefined;
}

/** The type of a message. Its fields are asked for when they are first needed, so that a type may contain itself. */
export class MessageType {
  private sorted: readonly Field[] | undefined;
  private numbered = new Map<number, Field>();

  constructor(
    readonly name: string,
    readonly syntax: Syntax,
    private readonly declare: () => readonly FieldDeclaration[],
  ) {}

  /** In the order of their numbers, which is the order of writing. */
  get fields(): readonly Field[] {
    if (!this.sorted) {
      const declared = [...this.declare()].sort((a, b) => a.number - b.number);
      this.sorted = declared.map((field, index) => prepared(field, index, declared, this));
      this.numbered = new Map(this.sorted.map(field => [field.number, field]));
    }
    return this.sorted;
  }

  /** The field with this number. */
  field(number: number): Field | undefined {
    return this.fields && this.numbered.get(number);
  }
}

/** The type of a map's entries. */
class EntryType extends MessageType {}

function prepared(
  { name, number, type, cardinality = 'implicit', packed, group = false, oneof, key }: FieldDeclaration,
  index: number,
  declared: readonly FieldDeclaration[],
  owner: MessageType,
): Field {
  const scalar = typeof type === 'string' ? type : 'kind' in type && type.kind === 'enum' ? 'enum' : undefined;
  const isMap = typeof type === 'object' && 'kind' in type && type.kind === 'map';
  const repeated = cardinality === 'repeated';
  const isPacked = repeated && scalar !== undefined && isPackable(scalar) && (packed ?? owner.syntax === 'proto3');
  const form = scalar ? (isPacked ? 'packed' : 'scalar') : isMap ? 'map' : group ? 'group' : 'message';
  const wireType = form === 'scalar' && scalar ? scalarWireType(scalar) : group ? SGROUP : LEN;
  const isEntry = owner instanceof EntryType;
  const isOneField = !isEntry && form === 'scalar' && scalar !== undefined && isPackable(scalar);
  return {
    name,
    number,
    index,
    form,
    tag: ((number << 3) | wireType) >>> 0,
    scalar,
    closedEnum: typeof type === 'object' && 'closed' in type && type.closed ? type.numbers : undefined,
    message: isMap ? entryType(name, owner.syntax, type) : type instanceof MessageType ? type : undefined,
    repeated,
    required: cardinality === 'required',
    implicit: cardinality === 'implicit' && form === 'scalar' && oneof === undefined && !isEntry,
    strictText: owner.syntax === 'proto3',
    rivals: oneof
      ? declared.filter(other => other.oneof === oneof && other.name !== name).map(other => other.name)
      : [],
    kind: isEntry ? (number === 1 ? MAP_KEY : MAP_VALUE) : isOneField ? RECORD_KINDS[scalar] : FIELD,
    isOneField,
    contentKind: scalar ? SCALAR_KINDS[scalar] : isMap ? ENTRY : group ? GROUP : MESSAGE,
    key: isEntry ? undefined : (key ?? name),
  };
}

function entryType(name: string, syntax: Syntax, { key, value }: MapType): MessageType {
  return new EntryType(`${name} entry`, syntax, () => [
    { name: 'key', number: 1, type: key },
    { name: 'value', number: 2, type: value },
  ]);
}
