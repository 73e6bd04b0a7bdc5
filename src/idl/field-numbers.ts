// The numbers by which protobuf and Thrift know the members of a struct, the parameters of a method and the exceptions that it throws.

/** The greatest number of a field. protobuf.dev, Language Guide, Assigning Field Numbers. */
export const MAX_FIELD_NUMBER = 2 ** 29 - 1;

/**
 * The number of each member, in their order: its own if the interface gives one, else one more than that of the member before it,
 * beginning with 1. So `a, b = 5, c` are 1, 5 and 6. parse.ts has seen to it that no two are the same.
 */
export function fieldNumbers(members: readonly { readonly number?: number }[]): number[] {
  const numbers: number[] = [];
  for (const { number } of members) numbers.push(number ?? (numbers.at(-1) ?? 0) + 1);
  return numbers;
}
