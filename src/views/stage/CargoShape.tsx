// The forms of what travels, drawn about the origin.
import { useTexts } from '../../i18n/locale';
import { type SummarizedCall, summarizeCall } from '../../idl/summarize';
import type { Outcome } from '../../idl/value';
import { usePlayback } from '../../playback/store';
import { type Cargo, hexOf, type MessageEnd } from './cargo';
import { columnsOf, fitting, linesOf } from './cargo-text';
import { outcomeText, resultTypes } from './facts';
import type { CardRoom } from './layout';
import styles from './Stage.module.css';
import { texts } from './text';

/** Widths of the characters of the two sizes of type used here, in the monospaced font. */
const CALL_CHARACTER = 7.3;
const HEX_CHARACTER = 6.7;
const CALL_LINE = 15;
const PADDING = 9;

export function CargoShape({
  cargo,
  exchange,
  room,
}: {
  readonly cargo: Cargo;
  readonly exchange: number;
  readonly room: CardRoom;
}) {
  switch (cargo.form) {
    case 'call':
      return <CallShape call={cargo.call} more={cargo.more} room={room} />;
    case 'message':
      return <MessageShape message={cargo.message} end={cargo.end} room={room} />;
    case 'outcome':
      return <OutcomeShape exchange={exchange} outcomes={cargo.outcomes} room={room} />;
  }
}

function CallShape({
  call,
  more,
  room,
}: {
  readonly call: SummarizedCall;
  readonly more: number;
  readonly room: CardRoom;
}) {
  const t = useTexts(texts);
  const service = usePlayback(state => state.trace.service);
  const text = summarizeCall(call, service, 16);
  return (
    <Pill lines={linesOf(text, lettersIn(room), more > 0 ? ` ${t.moreCalls(more)}` : '')} className={styles.call} />
  );
}

function OutcomeShape({
  exchange,
  outcomes,
  room,
}: {
  readonly exchange: number;
  readonly outcomes: readonly Outcome[];
  readonly room: CardRoom;
}) {
  const trace = usePlayback(state => state.trace);
  const types = resultTypes(trace, exchange);
  // One outcome of a batch may be any call's.
  const typeAt = (index: number) => (types.length === outcomes.length ? types[index] : undefined);
  const threw = outcomes.some(outcome => outcome.kind === 'threw');
  const written = outcomes.map((outcome, i) => outcomeText(outcome, 16, typeAt(i))).join(', ') || '✓';
  return (
    <Pill
      lines={linesOf(threw ? `✗ ${written}` : written, lettersIn(room))}
      className={threw ? styles.threw : styles.value}
    />
  );
}

function Pill({ lines, className }: { readonly lines: readonly string[]; readonly className: string }) {
  const width = Math.max(34, Math.max(...lines.map(columnsOf)) * CALL_CHARACTER + 2 * PADDING + 2);
  const height = lines.length === 1 ? 30 : 44;
  return (
    <g className={className}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="15" className={styles.paper} />
      {lines.map((line, i) => (
        <text
          key={line}
          y={4.5 + (i - (lines.length - 1) / 2) * CALL_LINE}
          textAnchor="middle"
          className={styles.callText}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

interface MessageShapeProps {
  readonly message: number;
  readonly end: MessageEnd;
  readonly room: CardRoom;
  /** Written instead of the octets that encode the arguments. */
  readonly note?: string;
  /** How full the bar is, 0 to 1. */
  readonly share?: number;
}

export function MessageShape({ message, end, room, note, share }: MessageShapeProps) {
  const trace = usePlayback(state => state.trace);
  const { width, height } = room;
  const letters = Math.floor((width - 2 * PADDING) / HEX_CHARACTER);
  const { start, values } = hexOf(trace, trace.messages[message], end, Math.floor((letters + 1) / 3));
  const left = -width / 2 + PADDING;
  return (
    <g className={styles.message}>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="7" className={styles.paper} />
      <text x={left} y="-5" className={styles.hex}>
        {start}
      </text>
      {note && (
        <text x={left} y="11" className={styles.note}>
          {note}
        </text>
      )}
      {!note && values.length > 0 && (
        <text x={left} y="12" className={styles.hex}>
          …
          {fitting(values, letters).map((value, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the values are the arguments in their order.
            <tspan key={i}>
              {' '}
              <tspan className={styles.argument}>{value}</tspan> …
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

function lettersIn({ callWidth }: CardRoom): number {
  return Math.floor((callWidth - 2 * PADDING) / CALL_CHARACTER);
}
