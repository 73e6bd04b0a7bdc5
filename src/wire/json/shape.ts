// What the fields of a JSON text are called by the format that is written in JSON: a description, so that reader and writer agree.
import type { FieldKindId } from '../bytes/field-kind';
import { ARRAY, OBJECT } from './kinds';

/** The kinds to give to whatever value stands at some place of a text. */
export interface JsonShape {
  /** Kind of an object that stands here. */
  readonly object: FieldKindId;
  /** Kind of an array that stands here. */
  readonly array: FieldKindId;
  /** Kind of a string, number or literal that stands here; by default JSON's own. */
  readonly scalar?: FieldKindId;
  /** Key of an array that stands here and has none from its place: the outermost one of a batch. */
  readonly arrayKey?: string;
  /** The same for an object: one that holds the arguments by name. */
  readonly objectKey?: string;
  /** Members whose names mean something. Others are plain and keyed by their names. */
  readonly members?: ReadonlyMap<string, JsonMemberShape>;
  /** The elements of an array that stands here, keyed by their index; by default {@link PLAIN}. */
  readonly element?: JsonShape;
}

/** A member whose name means something. */
export interface JsonMemberShape {
  readonly kind: FieldKindId;
  /** Which part of the call's values it encodes; none when absent. */
  readonly key?: string;
  readonly value: JsonShape;
}

/** JSON that means nothing but itself: members are keyed by their names. */
export const PLAIN: JsonShape = { object: OBJECT, array: ARRAY };
