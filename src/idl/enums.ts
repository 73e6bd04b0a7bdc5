// The members of enums, by name and by number.
import type { EnumType } from './types';

/** The name of the member that has `number`; undefined when none has. */
export function enumMember({ members }: EnumType, number: number): string | undefined {
  return members.find(member => member.number === number)?.name;
}

/** The number of the member `name`; undefined when there is none. */
export function enumNumber({ members }: EnumType, name: string): number | undefined {
  return members.find(member => member.name === name)?.number;
}
