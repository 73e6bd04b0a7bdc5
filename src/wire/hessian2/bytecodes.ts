// What the first octet of a value says. Hessian 2.0 Serialization Protocol (Caucho Technology, 2007) §6, the bytecode map.

/** What a value is, as far as its first octet tells. */
export type Form =
  | 'null'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'date'
  | 'binary'
  | 'string'
  | 'list'
  | 'map'
  | 'class-def'
  | 'object'
  | 'ref'
  | 'terminator'
  | 'reserved';

const RANGES: readonly (readonly [from: number, to: number, form: Form])[] = [
  [0x00, 0x1f, 'string'],
  [0x20, 0x2f, 'binary'],
  [0x30, 0x33, 'string'],
  [0x34, 0x37, 'binary'],
  [0x38, 0x3f, 'long'],
  [0x41, 0x42, 'binary'],
  [0x43, 0x43, 'class-def'],
  [0x44, 0x44, 'double'],
  [0x46, 0x46, 'boolean'],
  [0x48, 0x48, 'map'],
  [0x49, 0x49, 'int'],
  [0x4a, 0x4b, 'date'],
  [0x4c, 0x4c, 'long'],
  [0x4d, 0x4d, 'map'],
  [0x4e, 0x4e, 'null'],
  [0x4f, 0x4f, 'object'],
  [0x51, 0x51, 'ref'],
  [0x52, 0x53, 'string'],
  [0x54, 0x54, 'boolean'],
  [0x55, 0x58, 'list'],
  [0x59, 0x59, 'long'],
  [0x5a, 0x5a, 'terminator'],
  [0x5b, 0x5f, 'double'],
  [0x60, 0x6f, 'object'],
  [0x70, 0x7f, 'list'],
  [0x80, 0xd7, 'int'],
  [0xd8, 0xff, 'long'],
];

/** The form that each first octet begins; 0x40, 0x45, 0x47 and 0x50 are reserved. */
export const FORMS: readonly Form[] = Array.from(
  { length: 256 },
  (_, code) => RANGES.find(([from, to]) => code >= from && code <= to)?.[2] ?? 'reserved',
);

/** Single octets. A letter is its ASCII code: 'N', 'T', 'F', 'I', … */
export const NULL_CODE = 0x4e;
export const TRUE_CODE = 0x54;
export const FALSE_CODE = 0x46;
export const INT_CODE = 0x49;
export const LONG_CODE = 0x4c;
export const LONG_32_CODE = 0x59;
export const DOUBLE_CODE = 0x44;
export const DOUBLE_ZERO = 0x5b;
export const DOUBLE_ONE = 0x5c;
export const DOUBLE_OCTET_CODE = 0x5d;
export const DOUBLE_SHORT_CODE = 0x5e;
export const DOUBLE_MILL_CODE = 0x5f;
export const DATE_CODE = 0x4a;
export const DATE_MINUTES_CODE = 0x4b;
export const TYPED_VARIABLE_LIST = 0x55;
export const TYPED_FIXED_LIST = 0x56;
export const UNTYPED_VARIABLE_LIST = 0x57;
export const UNTYPED_FIXED_LIST = 0x58;
/** Plus a length up to {@link COMPACT_LIST_MAX}. */
export const TYPED_COMPACT_LIST = 0x70;
export const UNTYPED_COMPACT_LIST = 0x78;
export const COMPACT_LIST_MAX = 7;
export const TYPED_MAP = 0x4d;
export const UNTYPED_MAP = 0x48;
export const CLASS_DEFINITION_CODE = 0x43;
export const OBJECT_CODE = 0x4f;
/** Plus a class reference up to {@link COMPACT_OBJECT_MAX}. */
export const COMPACT_OBJECT = 0x60;
export const COMPACT_OBJECT_MAX = 15;
export const REF_CODE = 0x51;
export const TERMINATOR = 0x5a;

/** The codes that stand for zero in the forms of one, two and three octets: what precedes the last octets is the highest part of the value. */
export const INT_ZEROS = [0x90, 0xc8, 0xd4] as const;
export const LONG_ZEROS = [0xe0, 0xf8, 0x3c] as const;

/** How a chunk of a string or of binary data says its size. */
export interface SizeCodes {
  /** Plus a size up to `directMax`: the whole head. */
  readonly direct: number;
  readonly directMax: number;
  /** Plus the high part of a size up to 1023, whose low part is the next octet. */
  readonly short: number;
  /** The last chunk: two octets of size follow. */
  readonly final: number;
  /** A chunk that another one follows. */
  readonly nonFinal: number;
}

/** The greatest size in a head of two octets. */
export const SHORT_MAX = 1023;
/** §4.12: the size counts UTF-16 code units. */
export const STRING_CODES: SizeCodes = { direct: 0x00, directMax: 31, short: 0x30, final: 0x53, nonFinal: 0x52 };
/** §4.1: the size counts octets. */
export const BINARY_CODES: SizeCodes = { direct: 0x20, directMax: 15, short: 0x34, final: 0x42, nonFinal: 0x41 };
