// Wire types: what the tag of a record says about the size of what follows. Protocol Buffers, Encoding, "Message Structure".

export const VARINT = 0;
export const I64 = 1;
export const LEN = 2;
export const SGROUP = 3;
export const EGROUP = 4;
export const I32 = 5;

export type WireType = typeof VARINT | typeof I64 | typeof LEN | typeof SGROUP | typeof EGROUP | typeof I32;

/** Their names in the specification, by number. */
export const WIRE_TYPE_NAMES = ['VARINT', 'I64', 'LEN', 'SGROUP', 'EGROUP', 'I32'] as const;
