import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../i18n/locale';
import { stepTitles } from '../i18n/steps';
import { CANONICAL } from '../scenario/canonical';
import { presetById } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { simulate } from '../simulation/simulate';
import { stepEvents } from './moment';
import { localCallAt, type StepKey, stepKey } from './turns';

await loadLanguage('zh-CN');

const NOTE: Scenario = {
  ...CANONICAL,
  protocol: 'json-rpc',
  interface: 'oneway note(text: string)\n',
  server: { note: { does: 'return', value: null } },
  calls: [{ method: 'note', args: ['bye'], oneway: true }],
};

function keysOf(scenario: Scenario): StepKey[] {
  const trace = simulate(scenario);
  return stepEvents(trace).map(({ seq }) => stepKey(trace, seq));
}

function keysOfPreset(id: string): StepKey[] {
  return keysOf(presetById(id)!.scenario);
}

/** Steps 1 to 5 as in the canonical call. */
const THERE: readonly StepKey[] = [1, 2, 3, 4, 5];
const ERROR_BACK: readonly StepKey[] = ['sendsError', 'unmarshalsError', 'hasError'];

describe('a step is called', () => {
  it('as in the canonical ten steps when the call returns', () => {
    expect(keysOf(CANONICAL)).toEqual([...THERE, 6, 7, 8, 9, 10]);
  });

  it('by what happens when the function throws', () => {
    const keys = [...THERE, 'serviceThrows', 'marshalsError', ...ERROR_BACK];
    expect(keysOfPreset('xml-rpc-divide-by-zero')).toEqual(keys);
    expect(keysOfPreset('json-rpc-error')).toEqual(keys);
  });

  it('by who answers when the service is not asked', () => {
    expect(keysOfPreset('xml-rpc-unknown-method')).toEqual([1, 2, 3, 4, 'stubRefuses', ...ERROR_BACK]);
    expect(keysOfPreset('xml-rpc-list-methods')).toEqual([1, 2, 3, 4, 'stubAnswers', 8, 9, 10]);
  });

  it('by what is missing when no result is wanted', () => {
    expect(keysOf(NOTE)).toEqual([
      ...THERE,
      'resultUnwanted',
      'marshalsEmptyReply',
      'sendsEmptyReply',
      'unmarshalsEmptyReply',
      'hasNoResult',
    ]);
    const overTcp = keysOf({ ...NOTE, options: { transport: 'tcp' } });
    expect(overTcp).toContain('hasNoResult');
    expect(overTcp).not.toContain('marshalsEmptyReply');
  });

  it('by the number of calls when several travel in one message', () => {
    expect(keysOfPreset('json-rpc-batch')).toEqual([
      1,
      'marshalsAllCalls',
      3,
      4,
      5,
      6,
      'callsServiceAgain',
      'resultUnwanted',
      'callsServiceAgain',
      6,
      'marshalsAllOutcomes',
      8,
      'unmarshalsAllOutcomes',
      'hasAllResults',
    ]);
  });

  it('by both when some calls of a message fail', () => {
    const keys = keysOf({
      ...CANONICAL,
      interface: 'fun_add(a: int, b: int): int\ndivide(a: int, b: int): int\n',
      server: { fun_add: { does: 'add' }, divide: { does: 'divide' } },
      calls: [
        {
          batch: [
            { method: 'fun_add', args: [2, 3] },
            { method: 'divide', args: [1, 0] },
          ],
        },
      ],
    });
    expect(keys).toContain('serviceThrows');
    expect(keys.at(-1)).toBe('hasResultsAndErrors');
  });

  it('by a title of its own in every language', () => {
    for (const titles of Object.values(stepTitles))
      expect(new Set(Object.values(titles)).size).toBe(Object.keys(titles).length);
  });
});

it('a call that the server stub answers by itself is passed over when its calls are counted', () => {
  const trace = simulate({
    ...CANONICAL,
    interface: 'fun_add(a: int, b: int): int\nmissing(): int\n',
    calls: [
      {
        batch: [
          { method: 'missing', args: [] },
          { method: 'fun_add', args: [2, 3] },
        ],
      },
    ],
  });
  expect(localCallAt(trace, trace.events.length - 1, 0, 0)).toBe(1);
});
