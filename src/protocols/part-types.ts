// The types of the parts of a value.
import { ANY, type Member, type Type } from '../idl/types';

/** The type of the elements of `type`. */
export function elementType(type: Type): Type {
  return type.kind === 'list' || type.kind === 'set' ? type.element : ANY;
}

/** The type of the member `name` of `type`, which usually is the one at `index`. */
export function memberType(type: Type, name: string, index: number): Type {
  if (type.kind === 'map') return type.value;
  if (type.kind !== 'struct') return ANY;
  const likely: Member | undefined = type.members[index];
  if (likely?.name === name) return likely.type;
  return type.members.find(member => member.name === name)?.type ?? ANY;
}

/** Whether a number of `type` is an integer to a language that tells integers and floats apart. */
export function isIntegerOf(type: Type, value: number): boolean {
  return type.kind !== 'double' && type.kind !== 'float' && Number.isInteger(value) && !Object.is(value, -0);
}
