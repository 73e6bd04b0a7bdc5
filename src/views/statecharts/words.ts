// The words on a chart's drawing, in the reader's language.
import { MOST_STATES, type Trigger } from './chart';
import type { ChartWords } from './rows';
import type { ChartId } from './stream-charts';
import type { StatechartTexts } from './text';

export function chartWords(t: StatechartTexts, actor: ChartId): ChartWords {
  return {
    state: state => t.states[actor][state.id]?.label ?? state.name,
    transition: ({ from, triggers }) => [
      ...(from === MOST_STATES ? [t.mostStates] : []),
      ...triggers.flatMap((trigger, i) => triggerLines(t, trigger, i === 0 ? '' : t.or)),
    ],
  };
}

function triggerLines(t: StatechartTexts, { kind, name, guard }: Trigger, prefix: string): string[] {
  const what = { event: nameIn(t, name), after: t.after(name), done: t.done, always: '' }[kind];
  return [`${prefix}${what}`, guard === undefined ? '' : `[${nameIn(t, guard)}]`].filter(line => line !== '');
}

/** An event's or guard's name as it reads in the language. */
export function nameIn(t: StatechartTexts, name: string): string {
  return t.names[name] ?? name;
}
