// Where a run parts from the one that it is compared with, as a sentence.
import { formatCount, formatMicros } from '../../i18n/format';
import type { Locale } from '../../i18n/locale';
import { counterpartIn } from '../../trace/event-counterpart';
import { haveSameContent } from '../../trace/first-difference';
import type { Parting } from '../../trace/parting';
import type { Micros, Trace, TraceEvent } from '../../trace/trace';
import { eventWords } from './event-text';
import { type ForksTexts, texts } from './text';

/** `name` is that of the compared run, `parting` where both part. */
export function partingSentence(
  trace: Trace,
  compared: Trace,
  parting: Parting | undefined,
  name: string,
  locale: Locale,
): string {
  const t = texts[locale];
  if (!parting) return t.same(name);
  const difference = differenceOf(trace, compared, parting, locale, t);
  return parting.seq === 0
    ? t.fromStart(name, difference)
    : t.until(name, formatMicros(parting.at, locale), difference);
}

function differenceOf(
  trace: Trace,
  compared: Trace,
  { event, seq, isHere }: Parting,
  locale: Locale,
  t: ForksTexts,
): string {
  const words = eventWords[locale];
  const here = isHere ? event : counterpartIn(trace, compared, event, seq);
  const there = isHere ? counterpartIn(compared, trace, event, seq) : event;
  if (!there) return t.onlyHere(words(event, trace));
  if (!here) return t.onlyThere(words(event, compared));
  const what = words(here, trace);
  if (words(there, compared) !== what) return t.insteadOf(what, fateWords(there, compared, locale, t));
  return here.at === there.at || isOtherMessage(trace, here, compared, there)
    ? t.otherwise(what)
    : t.insteadAt(what, ...twoTimes(here.at, there.at, locale));
}

/** That a message takes another time to write only follows from what is in it. */
function isOtherMessage(trace: Trace, here: TraceEvent, compared: Trace, there: TraceEvent): boolean {
  return here.type === 'encoded' && !haveSameContent(trace, here, compared, there);
}

/** What becomes there of a packet that has just been named. */
function fateWords(event: TraceEvent, { packets }: Trace, locale: Locale, t: ForksTexts): string {
  if (event.type !== 'arrived') return t.lost;
  return (packets[event.packet].arrivedBytes ? t.arrivesDamaged : t.arrives)(formatMicros(event.at, locale));
}

/** In microseconds where they would read alike. */
function twoTimes(a: Micros, b: Micros, locale: Locale): [string, string] {
  const [one, other] = [formatMicros(a, locale), formatMicros(b, locale)];
  return one === other ? [`${formatCount(a, locale)} µs`, `${formatCount(b, locale)} µs`] : [one, other];
}
