// What a kind of field is: its name in its specification, its role, and where its explanation stands.
// A kind is declared once, beside the format that it belongs to; annotations refer to it by number.

/** What a field is for. It gives the field its colour and its pattern. */
export type FieldRole =
  | 'group'
  | 'tag'
  | 'name'
  | 'value'
  | 'length'
  | 'flags'
  | 'checksum'
  | 'identifier'
  | 'padding'
  | 'whitespace'
  | 'unknown';

/** A run of bits inside a leaf field, most significant bit first (bit 0 is the highest bit of the field's first octet). */
export interface BitField {
  readonly name: string;
  readonly firstBit: number;
  readonly bits: number;
}

/**
 * How octets read: text (UTF-8, the default for text formats), a big-endian number without or with a sign, a big-endian IEEE 754 double,
 * something to show as hex, or in the format's own way. A function gets a part of the content where that is long, and must not throw.
 */
export type Reading =
  | 'text'
  | 'uint'
  | 'int'
  | 'float64'
  | 'hex'
  | 'ipv4'
  | 'mac'
  | ((octets: Uint8Array) => string | number);

/**
 * A kind of field of a format.
 *
 * A field that has children or a head and a tail is a *group*: `<int>2</int>` is one group with the head `<int>`, the tail `</int>`
 * and the content `2`. `head`, `tail` and `gap` name the leaf fields that the group itself owns: the octets before its content, after it,
 * and between its children. A kind without them is a plain leaf.
 */
export interface FieldKind {
  /** Id of the format that owns it, a folder below `wire/` or `protocols/`: 'xml-rpc', 'tcp'. */
  readonly format: string;
  /** The specification's own name, also the key of its explanation in the format's `text/{en,zh-CN}.ts`. */
  readonly name: string;
  readonly role: FieldRole;
  /** Document and section: 'RFC 9293 §3.1'. */
  readonly spec: string;
  readonly head?: string;
  readonly tail?: string;
  readonly gap?: string;
  readonly reads: Reading;
  /** How the octets of the head read, where that differs from the content: a length before a text. */
  readonly headReads?: Reading;
  readonly bits?: readonly BitField[];
  /** The bits of the head. They may go on beyond a short one. */
  readonly headBits?: readonly BitField[];
}

/** The number by which annotations refer to a kind. Only meaningful within one run of the program; never stored. */
export type FieldKindId = number;

const kinds: FieldKind[] = [];

/** Declares a kind of field and returns its number. Call it at module level only. */
export function defineFieldKind(kind: FieldKind): FieldKindId {
  kinds.push(kind);
  return kinds.length - 1;
}

/** The kind that `id` stands for. */
export function fieldKind(id: FieldKindId): FieldKind {
  return kinds[id];
}

/** Every declared kind, for checks that each has an explanation. */
export function allFieldKinds(): readonly FieldKind[] {
  return kinds;
}

/** Octets that no rule of the format explains: after a decode error, or in a stream that is not understood. */
export const UNKNOWN = defineFieldKind({ format: 'bytes', name: 'unknown', role: 'unknown', spec: '', reads: 'hex' });
