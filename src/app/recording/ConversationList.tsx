// The TCP connections of a capture, one line each. There may be thousands: only those in sight are drawn, and recognised.
import { formatCount } from '../../i18n/format';
import { useLocale, useTexts } from '../../i18n/locale';
import type { Protocol } from '../../protocols/protocol';
import { recognisedEarly } from '../../recording/recognise';
import { useRowWindow } from '../../ui/use-row-window';
import { type Conversation, nameOf } from '../../wire/reassembly/conversations';
import styles from './RecordingPane.module.css';
import { texts } from './text';

/** Height of a row in CSS pixels. */
const ROW = 46;

export interface ConversationListProps {
  readonly conversations: readonly Conversation[];
  /** None until they are loaded. */
  readonly known: readonly Protocol[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function ConversationList({ conversations, known, chosen, onChoose }: ConversationListProps) {
  const t = useTexts(texts);
  const locale = useLocale();
  const list = useRowWindow(conversations.length, ROW);
  return (
    <div ref={list.ref} className={styles.list}>
      <ul className={styles.sheet} style={{ height: conversations.length * ROW }}>
        {list.rows.map(index => {
          const conversation = conversations[index];
          const { client, server, segments } = conversation;
          const octets = octetsOf(conversation);
          return (
            <li key={index} className={styles.item} style={{ top: index * ROW, height: ROW }}>
              <button
                type="button"
                className={styles.conversation}
                aria-pressed={index === chosen}
                onClick={() => onChoose(index)}
              >
                <span className={styles.ends}>{t.conversation(nameOf(client), nameOf(server))}</span>
                <span className={styles.quiet}>
                  {titleOf(conversation, known) ?? t.unknown} ·{' '}
                  {t.packets(formatCount(segments.length, locale), formatCount(octets, locale))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const sizes = new WeakMap<Conversation, number>();

/** Octets of payload: counted once, for there may be hundreds of thousands of segments. */
function octetsOf(conversation: Conversation): number {
  let octets = sizes.get(conversation);
  if (octets === undefined) {
    octets = conversation.segments.reduce((sum, { payload }) => sum + payload.length, 0);
    sizes.set(conversation, octets);
  }
  return octets;
}

const titles = new WeakMap<Conversation, string | undefined>();

/** The protocol's proper name. Looking at the first octets takes a moment, so it is done once. */
function titleOf(conversation: Conversation, known: readonly Protocol[]): string | undefined {
  if (known.length === 0) return '…';
  if (!titles.has(conversation)) titles.set(conversation, recognisedEarly(conversation, known)?.title);
  return titles.get(conversation);
}
