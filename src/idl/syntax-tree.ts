// Declarations of the interface language as they are written: the names of types are not yet looked up, the numbers not yet checked.
import type { Token } from './tokens';

/** A type as it is written. */
export type TypeSyntax =
  | { readonly form: 'name'; readonly name: Token }
  | { readonly form: 'list' | 'set' | 'stream' | 'optional'; readonly inner: TypeSyntax; readonly name: Token }
  | { readonly form: 'map'; readonly key: TypeSyntax | undefined; readonly inner: TypeSyntax; readonly name: Token };

/** A name, and what stands behind `=` if anything does: a member of an enum, an exception that is thrown. */
export interface NumberedSyntax {
  readonly name: Token;
  readonly number: Token | undefined;
}

/** A parameter, or a member of a struct. */
export interface MemberSyntax extends NumberedSyntax {
  readonly type: TypeSyntax;
  readonly attributes: readonly Token[];
  readonly oneof: Token | undefined;
}

export interface StructSyntax {
  readonly form: 'struct' | 'exception';
  readonly name: Token;
  readonly members: readonly MemberSyntax[];
}

export interface EnumSyntax {
  readonly form: 'enum';
  readonly name: Token;
  readonly members: readonly NumberedSyntax[];
}

export interface MethodSyntax {
  readonly form: 'method';
  readonly name: Token;
  readonly params: readonly MemberSyntax[];
  /** Undefined stands for void. */
  readonly result: TypeSyntax | undefined;
  readonly throws: readonly NumberedSyntax[];
  readonly oneway: boolean;
}

interface ServiceSyntax {
  readonly form: 'service';
  readonly name: Token;
}

export type Declaration = ServiceSyntax | EnumSyntax | StructSyntax | MethodSyntax;
