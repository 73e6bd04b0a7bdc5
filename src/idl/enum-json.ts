// Values of enums written as JSON, as proto3 writes them: protobuf.dev, ProtoJSON Format.
import { enumMember, enumNumber } from './enums';
import type { Json } from './json';
import type { Place } from './place';
import { scalarFromJson } from './scalar-json';
import type { EnumType } from './types';
import type { Value } from './value';
import { excerpt, valueFailure } from './value-failure';

/** The number of the member that `json` names, or any number of 32 bits: enums are open. */
export function enumFromJson(type: EnumType, json: Json, place: Place): Value {
  if (typeof json !== 'string') return scalarFromJson('int', json, place);
  const number = enumNumber(type, json);
  if (number === undefined) throw valueFailure('value.not-a-member', place, { name: excerpt(json), enum: type.name });
  return number;
}

/** The name of the member that has `number`, or the number itself. */
export function enumToJson(type: EnumType, number: number): Json {
  return enumMember(type, number) ?? number;
}
