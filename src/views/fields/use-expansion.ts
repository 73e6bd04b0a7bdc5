// Which rows of the field tree are open: those that always are at first, what leads to the selection, and what the learner has opened or closed.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Dissection, PlacedField } from '../../trace/dissection';
import { type FieldRow, firstExpanded, type IsExpanded, rowKey } from '../../trace/field-rows';
import { textSpanOfRow } from '../../trace/value-span';
import { ancestorRows } from '../../wire/bytes/field-tree';

/** Opened or closed by hand, by {@link rowKey}. */
type Choices = ReadonlyMap<number, boolean>;

export function useExpansion(dissection: Dissection, selected: PlacedField | undefined) {
  // Choices are kept per kind of PDU and message, so that TCP stays open from packet to packet.
  const { of, id } = dissection.ref;
  const place = of === 'packet' ? `packet ${dissection.layers[1]?.pdu.id}` : `${of} ${id}`;
  const [allChoices, setChoices] = useState<ReadonlyMap<string, Choices>>(new Map());
  const choices = allChoices.get(place);
  const first = useMemo(() => firstExpanded(dissection), [dissection]);
  const isExpanded: IsExpanded = useCallback(
    (layer, row) => {
      const key = rowKey(layer, row);
      return choices?.get(key) ?? first.has(key);
    },
    [choices, first],
  );
  const setAll = useCallback(
    (rows: readonly number[], open: boolean) =>
      setChoices(old => {
        const own = old.get(place) ?? new Map<number, boolean>();
        const changed = rows.filter(row => own.get(row) !== open);
        if (changed.length === 0) return old;
        return new Map(old).set(place, new Map([...own, ...changed.map(row => [row, open] as const)]));
      }),
    [place],
  );
  useEffect(() => {
    if (selected) setAll(around(dissection, selected), true);
  }, [dissection, selected, setAll]);
  return {
    isExpanded,
    toggle: ({ layer, node, expandable, expanded }: FieldRow) => {
      if (expandable) setAll([rowKey(layer, node.row)], !expanded);
    },
  };
}

/** The rows that must be open for `field` to be in sight. */
function around({ layers }: Dissection, { layer, node }: PlacedField): number[] {
  const { annotations } = layers[layer];
  const own = ancestorRows(annotations, node.row);
  const inside = node.part === 'field' ? own.slice(0, -1) : own;
  // A closed row that shows just this text stands for it: nothing need be opened from there on.
  const standIn = inside.findIndex(row => {
    const text = textSpanOfRow(annotations, row);
    return text?.start === node.start && text.end === node.end;
  });
  return (standIn < 0 ? inside : inside.slice(0, standIn)).map(row => rowKey(layer, row));
}
