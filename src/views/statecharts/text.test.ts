import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../i18n/locale';
import { machines } from '../../machines/machines';
import type { ActorId } from '../../trace/trace';
import { type ChartTransition, chartOf } from './chart';
import { texts } from './text';

const actors = Object.keys(machines) as ActorId[];

describe.each(LOCALES)('in %s', locale => {
  it.each(actors)('every state of %s is named and explained, and no other', actor => {
    const states = chartOf(machines[actor]).states.map(state => state.id);
    expect(Object.keys(texts[locale].states[actor]).sort()).toEqual(states.sort());
  });

  it.each(actors)('every explanation of %s is one sentence', actor => {
    for (const { text } of Object.values(texts[locale].states[actor])) expect(text).toMatch(/^[^.。]+[.。]$/);
  });
});

it('names every event and guard in Chinese, save those that RFC 9293 names', () => {
  const transitions = actors.flatMap((actor): readonly ChartTransition[] =>
    machines[actor] === machines.clientTcp ? [] : chartOf(machines[actor]).transitions,
  );
  const names = transitions.flatMap(({ triggers }) => triggers.flatMap(({ name, guard }) => [name, guard ?? name]));
  expect(names.filter(name => !(name in texts['zh-CN'].names))).toEqual([]);
});
