// Where a run parts from the one that it is compared with, as a sentence.
import { formatCount, formatMicros } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import type { Trace } from '../../trace/trace';
import { eventWords } from './event-text';
import type { ForksTexts } from './text';

/** `name` is that of the compared run, `parting` the seq of the first event that differs. */
export function partingSentence(
  trace: Trace,
  compared: Trace,
  parting: number | undefined,
  name: string,
  locale: Locale,
  t: ForksTexts,
): string {
  if (parting === undefined) return t.same(name);
  const words = eventWords[locale];
  const [event, other] = [trace.events[parting], compared.events[parting]];
  const [what, otherWhat] = [words(event, trace), words(other, compared)];
  const time = (at: number) => formatMicros(at, locale);
  const isTooClose = time(event.at) === time(other.at);
  const exactly = (at: number) => (isTooClose ? `${formatCount(at, locale)} µs` : time(at));
  const difference =
    what !== otherWhat
      ? t.insteadOf(what, otherWhat)
      : event.at !== other.at
        ? t.insteadAt(what, exactly(event.at), exactly(other.at))
        : t.otherwise(what);
  const last = trace.events[parting - 1];
  return last ? t.until(name, time(last.at), difference) : t.fromStart(name, difference);
}
