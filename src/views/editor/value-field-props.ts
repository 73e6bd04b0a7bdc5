// What every field for a value is given.
import type { ComponentType, ReactNode } from 'react';
import type { Json } from '../../idl/json';
import type { Type } from '../../idl/types';

export interface ValueFieldProps {
  readonly type: Type;
  readonly json: Json;
  readonly label: string;
  /** Something that is wrong with the value but not with its form: the protocol cannot carry it. */
  readonly problem?: string;
  /** Stands at the end of the first line. */
  readonly aside?: ReactNode;
  readonly onChange: (json: Json) => void;
}

/** A field for a value that has parts. `Part` is the field for each of them: given, not imported, for it contains this one. */
export type CompoundFieldProps = Omit<ValueFieldProps, 'type'> & { readonly Part: ComponentType<ValueFieldProps> };
