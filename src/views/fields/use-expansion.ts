// Which rows of the field tree are open: those that always are at first, what leads to the selection, and what the learner has opened or closed.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Dissection, PlacedField } from '../../trace/dissection';
import { type FieldRow, firstExpanded, type IsExpanded, rowKey } from '../../trace/field-rows';
import { textSpanOfRow } from '../../trace/questions';
import { ancestorRows } from '../../wire/bytes/field-tree';

export function useExpansion(dissection: Dissection, selected: PlacedField | undefined) {
  // Choices are kept per kind of PDU and message, so that TCP stays open from packet to packet.
  const { of, id } = dissection.ref;
  const place = of === 'packet' ? `packet ${dissection.layers[1]?.pdu.id}` : `${of} ${id}`;
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const first = useMemo(() => firstExpanded(dissection), [dissection]);
  const isExpanded: IsExpanded = useCallback(
    (layer, row) => choices.get(`${place} ${rowKey(layer, row)}`) ?? first.has(rowKey(layer, row)),
    [choices, first, place],
  );
  const setAll = useCallback(
    (rows: readonly string[], open: boolean) =>
      setChoices(old => {
        const changed = rows.map(row => `${place} ${row}`).filter(row => old.get(row) !== open);
        return changed.length === 0 ? old : new Map([...old, ...changed.map(row => [row, open] as const)]);
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
function around({ layers }: Dissection, { layer, node }: PlacedField): string[] {
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
