import { describe, expect, it } from 'vitest';
import { completeOptions, defaultOptions } from './options';

const schema = { flavour: { choices: ['python', 'node'] }, nil: { choices: [true, false] } };

describe('the options of a protocol', () => {
  it('default to the first choice', () => {
    expect(defaultOptions(schema)).toEqual({ flavour: 'python', nil: true });
    expect(completeOptions(schema, { nil: false })).toEqual({ flavour: 'python', nil: false });
  });

  it('refuse a key or a choice that is not in the schema, and name it', () => {
    expect(() => completeOptions(schema, { colour: 'red' })).toThrowError(/options\.unknown.*colour/);
    expect(() => completeOptions(schema, { flavour: 'perl' })).toThrowError(
      /options\.not-a-choice.*perl.*python, node/,
    );
    expect(() => completeOptions(schema, { toString: 'x' })).toThrowError(/options\.unknown/);
  });
});
