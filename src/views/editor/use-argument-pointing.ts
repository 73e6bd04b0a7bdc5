// The arguments' fields share the selection of all panes: a field that gets the focus points at its octets, and octets at their field.
import { usePlayback, usePointedAt } from '../../playback/store';
import { valueAt } from '../../trace/questions';
import type { ValuePath } from '../../wire/bytes/field-tree';

/** For the arguments of call `call` (its place among all calls of the scenario, `batch` when these are one message). */
export function useArgumentPointing(call: number, batch: boolean) {
  const trace = usePlayback(state => state.trace);
  const select = usePlayback(state => state.select);
  const value = valueAt(trace, usePointedAt());
  const exchange = batch ? 0 : call;
  const pathOf = (index: number): ValuePath => (batch ? ['batch', call, 'args', index] : ['args', index]);
  return {
    /** Whether the argument at `index`, or a part of it, is pointed at. */
    pointed: (index: number) =>
      value?.direction === 'c2s' &&
      value.exchange === exchange &&
      pathOf(index).every((key, i) => value.path[i] === key),
    point: (index: number) => select({ kind: 'value', exchange, direction: 'c2s', path: pathOf(index) }),
  };
}
