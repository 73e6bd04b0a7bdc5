// Numbers that an interface gives: of fields, exceptions and the members of enums.
import type { Problem, ProblemParams } from '../problem/problem';
import { fieldNumbers, MAX_FIELD_NUMBER } from './field-numbers';
import { INTEGERS } from './integers';
import type { NumberedSyntax } from './syntax-tree';
import type { Token } from './tokens';

/** Says what is wrong with a part of the text. */
export type Report = (code: Problem['code'], token: Token, params?: ProblemParams) => void;

/** The number of each member of an enum: its own, or one more than that before it, beginning with 0. */
export function enumNumbers(members: readonly NumberedSyntax[], report: Report): number[] {
  const numbers: number[] = [];
  for (const { number } of members) numbers.push(number ? Number(number.text) : (numbers.at(-1) ?? -1) + 1);
  check(members, numbers, Number(INTEGERS.int.min), Number(INTEGERS.int.max), report);
  return numbers;
}

/** The numbers of fields as far as they are given. All of them are checked, those too that follow from others. */
export function givenNumbers(members: readonly NumberedSyntax[], report: Report): (number | undefined)[] {
  const given = members.map(({ number }) => number && Number(number.text));
  check(members, fieldNumbers(given.map(number => ({ number }))), 1, MAX_FIELD_NUMBER, report);
  return given;
}

function check(
  members: readonly NumberedSyntax[],
  numbers: readonly number[],
  min: number,
  max: number,
  report: Report,
): void {
  const takenBy = new Map<number, string>();
  members.forEach(({ name, number: token }, i) => {
    const number = numbers[i];
    const other = takenBy.get(number);
    if (number < min || number > max) report('idl.number-out-of-range', token ?? name, { number, min, max });
    if (other !== undefined) report('idl.duplicate-number', token ?? name, { number, name: name.text, other });
    takenBy.set(number, name.text);
  });
}
