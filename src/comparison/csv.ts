// The figures of a comparison as comma-separated values. RFC 4180.
import { BUDGET_PARTS, budgetOf } from './budget';
import type { CallCost, LaneRun } from './compare';

const COLUMNS = [
  'lane',
  'request',
  'reply',
  ...BUDGET_PARTS,
  'conversation',
  'tcp_ip',
  'packets',
  'round_trips',
  'micros',
  'problem',
];

/** A line for each lane and call, after one with the names of the columns. Octets, but for the last five. */
export function comparisonCsv(runs: readonly LaneRun[], call: number): string {
  const rows = runs.map(run => {
    const name = [run.lane.title, run.lane.variant].join(' ').trim();
    if ('problem' in run) return [name, ...COLUMNS.slice(2).map(() => ''), run.problem.code];
    return [name, ...figures(run.calls[call]), ''];
  });
  return [COLUMNS, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

function figures(cost: CallCost): (number | string)[] {
  const budget = budgetOf([...(cost.request?.stretches ?? []), ...(cost.reply?.stretches ?? [])]);
  return [
    cost.request?.octets ?? '',
    cost.reply?.octets ?? '',
    ...BUDGET_PARTS.map(part => budget[part]),
    cost.control,
    cost.headers,
    cost.packets,
    cost.roundTrips,
    cost.time,
  ];
}

function cell(content: number | string): string {
  const text = String(content);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
