import { expect, it } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { machines } from '../../machines/machines';
import type { ActorId, TraceEvent } from '../../trace/trace';
import { transitionWords } from './transition-text';

/** Every change of a machine's state that its chart knows. */
function transitionsOf(actor: ActorId) {
  return Object.values<AnyStateNode>(machines[actor].states).flatMap(from =>
    from.ownEvents.flatMap(event =>
      (from.transitions.get(event) ?? []).flatMap(({ target }) =>
        (target ?? []).map(to => ({ type: 'transition', actor, event, from: from.key, to: to.key })),
      ),
    ),
  );
}

it('every change of every machine’s state has its words in both languages', () => {
  const transitions = (Object.keys(machines) as ActorId[]).flatMap(transitionsOf);
  expect(transitions.length).toBeGreaterThan(60);
  for (const transition of transitions)
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = transitionWords[locale](transition as unknown as TraceEvent & { readonly type: 'transition' });
      expect(words, `${transition.actor} ${transition.event}`).toBeTypeOf('string');
      expect(words).not.toContain('undefined');
    }
});
