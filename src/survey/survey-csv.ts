// A survey as comma-separated values, RFC 4180: a line for each call.
import { ENDINGS, latencyOf, type Survey } from './survey';

const COLUMNS = 'call,method,start_us,end_us,latency_us,ending,attempts,executions';

/** Calls count from 1, as on screen. Times are whole microseconds; a call without an end has none. */
export function surveyCsv(survey: Survey): string {
  const figure = (value: number) => (Number.isNaN(value) ? '' : value);
  const lines = Array.from({ length: survey.count }, (_, call) =>
    [
      call + 1,
      quoted(survey.methods[survey.method[call]]),
      figure(survey.start[call]),
      figure(survey.end[call]),
      figure(latencyOf(survey, call)),
      ENDINGS[survey.ending[call]],
      survey.attempts[call],
      survey.executions[call],
    ].join(','),
  );
  return [COLUMNS, ...lines, ''].join('\r\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
