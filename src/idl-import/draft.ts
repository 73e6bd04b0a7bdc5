// An interface under way: what a .proto or .thrift file declares, in the words of our interface language, before anything has been checked.

/** Where something stands in the file, from 1. */
export type Line = number;

/** What a file declares. */
export interface Draft {
  /** Possibly dotted. */
  readonly name?: string;
  readonly enums: readonly DraftEnum[];
  readonly structs: readonly DraftStruct[];
  /** Those of one service. */
  readonly methods: readonly DraftMethod[];
}

export interface DraftEnum {
  readonly name: string;
  readonly members: readonly { readonly name: string; readonly number: number }[];
  readonly line: Line;
}

export interface DraftStruct {
  readonly keyword: 'struct' | 'exception';
  readonly name: string;
  readonly members: readonly DraftMember[];
  readonly line: Line;
}

/** A member of a struct, or a parameter. */
export interface DraftMember {
  readonly name: string;
  /** As the interface language writes it, without the mark of being optional. It may name what is not there. */
  readonly type: string;
  readonly optional: boolean;
  readonly attributes: readonly string[];
  readonly number?: number;
  readonly oneof?: string;
  readonly line: Line;
}

export interface DraftMethod {
  readonly name: string;
  readonly params: readonly DraftMember[];
  /** Without it the method returns nothing. */
  readonly result?: string;
  readonly throws: readonly { readonly name: string; readonly number?: number }[];
  readonly oneway: boolean;
  readonly line: Line;
}
