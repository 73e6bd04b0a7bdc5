// The calls of a survey as one looks for them: in order, the slowest first, those that went wrong.
import { ENDINGS, latencyOf, type Survey } from './survey';

export const CALL_ORDERS = ['number', 'slowest', 'failed', 'repeated'] as const;

/** `number`: all, in order. `slowest`: all, those without an end first. `failed`: without a result. `repeated`: executed more than once. */
export type CallOrder = (typeof CALL_ORDERS)[number];

/** The calls that are looked for, by number. */
export function callsIn(survey: Survey, order: CallOrder): number[] {
  const all = Array.from({ length: survey.count }, (_, call) => call);
  switch (order) {
    case 'number':
      return all;
    case 'slowest':
      return all.sort((a, b) => patience(survey, b) - patience(survey, a) || a - b);
    case 'failed':
      return all.filter(call => ENDINGS[survey.ending[call]] !== 'result');
    case 'repeated':
      return all.filter(call => survey.executions[call] > 1);
  }
}

/** A call that never ends takes longer than any other. Large, yet finite: two of them differ by nothing. */
function patience(survey: Survey, call: number): number {
  const latency = latencyOf(survey, call);
  return Number.isNaN(latency) ? Number.MAX_VALUE : latency;
}
