// The settings of a protocol: defaults and choices from its schema.
import { problem } from '../problem/problem';
import type { OptionSchema, Options } from './protocol';

/** The first choice of every option. */
export function defaultOptions(schema: OptionSchema): Options {
  return Object.fromEntries(Object.entries(schema).map(([key, { choices }]) => [key, choices[0]]));
}

/** Every option of `schema`: as chosen, or else its default. Throws `options.unknown` and `options.not-a-choice` with the key as path. */
export function completeOptions(schema: OptionSchema, chosen: Options): Options {
  for (const [key, value] of Object.entries(chosen)) {
    const option = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (!option) throw problem('options.unknown', { option: key }, { path: ['options', key] });
    if (!option.choices.includes(value))
      throw problem(
        'options.not-a-choice',
        { option: key, value: String(value), choices: option.choices.join(', ') },
        { path: ['options', key] },
      );
  }
  return { ...defaultOptions(schema), ...chosen };
}
