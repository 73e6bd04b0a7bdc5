// The forms of what travels, drawn about the origin.
import { useTexts } from '../../i18n/locale';
import { summarizeCall } from '../../idl/summarize';
import type { Outcome } from '../../idl/value';
import { usePlayback } from '../../playback/store';
import { type Cargo, hexOf } from './cargo';
import { outcomeText } from './facts';
import type { StageLayout } from './layout';
import styles from './Stage.module.css';
import { texts } from './text';

type Room = StageLayout['card'];

/** Widths of the characters of the two sizes of type used here, in the monospaced font. */
const CALL_CHARACTER = 7.3;
const HEX_CHARACTER = 6.7;
const PADDING = 9;

export function CargoShape({
  cargo,
  exchange,
  room,
}: {
  readonly cargo: Cargo;
  readonly exchange: number;
  readonly room: Room;
}) {
  switch (cargo.form) {
    case 'call':
      return <CallShape exchange={exchange} only={cargo.only} room={room} />;
    case 'message':
      return <MessageShape message={cargo.message} room={room} />;
    case 'outcome':
      return <OutcomeShape outcomes={cargo.outcomes} room={room} />;
  }
}

function CallShape({
  exchange,
  only,
  room,
}: {
  readonly exchange: number;
  readonly only?: number;
  readonly room: Room;
}) {
  const t = useTexts(texts);
  const { calls } = usePlayback(state => state.trace.exchanges[exchange]);
  const { method, args } = calls[only ?? 0];
  const more = only === undefined && calls.length > 1 ? ` ${t.moreCalls(calls.length - 1)}` : '';
  const text = shorten(summarizeCall(method, args, 16), lettersIn(room) - more.length) + more;
  return <Pill text={text} className={styles.call} />;
}

function OutcomeShape({ outcomes, room }: { readonly outcomes: readonly Outcome[]; readonly room: Room }) {
  const threw = outcomes.some(outcome => outcome.kind === 'threw');
  const written = outcomes.map(outcome => outcomeText(outcome, 16)).join(', ') || '✓';
  return (
    <Pill
      text={shorten(threw ? `✗ ${written}` : written, lettersIn(room))}
      className={threw ? styles.threw : styles.value}
    />
  );
}

function Pill({ text, className }: { readonly text: string; readonly className: string }) {
  const width = Math.max(34, columnsOf(text) * CALL_CHARACTER + 2 * PADDING + 2);
  return (
    <g className={className}>
      <rect x={-width / 2} y="-15" width={width} height="30" rx="15" className={styles.paper} />
      <text y="4.5" textAnchor="middle" className={styles.callText}>
        {text}
      </text>
    </g>
  );
}

interface MessageShapeProps {
  readonly message: number;
  readonly room: Room;
  /** Written instead of the octets that encode the arguments. */
  readonly note?: string;
  /** How full the bar is, 0 to 1. */
  readonly share?: number;
}

export function MessageShape({ message, room, note, share }: MessageShapeProps) {
  const trace = usePlayback(state => state.trace);
  const { width, height } = room;
  const letters = Math.floor((width - 2 * PADDING) / HEX_CHARACTER);
  const { start, values } = hexOf(trace, trace.messages[message], Math.floor((letters + 1) / 3));
  const left = -width / 2 + PADDING;
  return (
    <g className={styles.message}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="7" className={styles.paper} />
      <text x={left} y="-5" className={styles.hex}>
        {start}
      </text>
      {note ? (
        <text x={left} y="11" className={styles.note}>
          {note}
        </text>
      ) : (
        <text x={left} y="12" className={styles.hex}>
          …{' '}
          {fitting(values, letters - 4).map((value, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the values are the arguments in their order.
            <tspan key={i}>
              <tspan className={styles.argument}>{value}</tspan> …{' '}
            </tspan>
          ))}
        </text>
      )}
      {share !== undefined && (
        <>
          <rect x={left} y="16" width={width - 2 * PADDING} height="3" rx="1.5" className={styles.bar} />
          <rect x={left} y="16" width={(width - 2 * PADDING) * share} height="3" rx="1.5" className={styles.filled} />
        </>
      )}
    </g>
  );
}

/** As many of `values` as fit into `letters`, with what stands between them. */
function fitting(values: readonly string[], letters: number): readonly string[] {
  let left = letters;
  return values.filter(value => {
    left -= value.length + 3;
    return left >= 0;
  });
}

function lettersIn({ width }: Room): number {
  return Math.floor((width - 2 * PADDING) / CALL_CHARACTER);
}

/** `text` in at most `columns` columns of a monospaced font. */
function shorten(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let short = '';
  for (const character of text) {
    if (columnsOf(short + character) > columns - 1) break;
    short += character;
  }
  return `${short}…`;
}

/** Chinese, Japanese and Korean characters and emoji take two columns (about: Unicode Standard Annex 11). */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character.codePointAt(0)! >= 0x1100 ? 1.7 : 1;
  return columns;
}
