// What shall befall a packet: a small menu at the packet. It changes the faults of the scenario, and nothing else.
import { Copy, Eraser, EyeOff, Hourglass, MapPin, PackageX, Shuffle, Zap } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { closePacketMenu, type PacketMenuRequest } from '../../playback/packet-menu';
import { player } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import type { Fault, PacketFault } from '../../scenario/faults';
import { compensatingBit, vulnerableBit } from '../../trace/damage';
import { journeysOf } from '../../trace/journeys';
import { placeOf } from '../../trace/packet-place';
import type { Trace } from '../../trace/trace';
import menuStyles from '../../ui/Menu.module.css';
import { placeAt } from '../../ui/popover-place';
import styles from './Faults.module.css';
import { changeSaid, faultName, packetName } from './fault-name';
import { faultsOn, toggled } from './placed-faults';
import { texts } from './text';

export interface PacketActionsProps {
  readonly trace: Trace;
  readonly request: PacketMenuRequest;
  readonly faults: readonly Fault[];
  /** Called with all faults from now on, and what to say of it. */
  readonly onChange: (faults: readonly Fault[], said: string) => void;
}

/** What a learner is offered first: longer than a crossing, shorter than a retransmission timer. */
const USUAL_DELAY_MS = 100;
const LONGEST_DELAY_MS = 60_000;

/** Less than twice this is too narrow for a menu beside the finger, in CSS pixels. */
const MENU_WIDTH = 300;

/** Where to put the menu: at the place of the press, or, on a phone, across the screen. */
function onNarrowScreens(at: DOMRect): DOMRect {
  const width = document.documentElement.clientWidth;
  return width < 2 * MENU_WIDTH ? new DOMRect(8, at.y, width - 16, at.height) : at;
}

export function PacketActions({ trace, request, faults, onChange }: PacketActionsProps) {
  const t = useTexts(texts);
  const menu = useRef<HTMLDivElement>(null);
  const [delay, setDelay] = useState(String(USUAL_DELAY_MS));
  const packet = trace.packets[request.packet];
  const place = placeOf(trace, packet);
  const own = faultsOn(place, faults);
  const bit = request.bit ?? vulnerableBit(trace, packet);
  const other = compensatingBit(packet, bit);
  const delayMs = Number(delay);
  const keysEnabled = usePlayback(state => state.keysEnabled);

  useEffect(() => {
    const element = menu.current!;
    placeAt(element, onNarrowScreens(request.at));
    element.showPopover();
    // Asked by pointer, the menu as a whole has the focus, so that its keys work and no action is marked.
    (request.byKey ? element.querySelector('button')! : element).focus();
  }, [request]);

  function close() {
    menu.current!.hidePopover();
    if (request.from instanceof HTMLElement || request.from instanceof SVGElement) request.from.focus();
  }
  function change(next: readonly Fault[], said: string) {
    close();
    onChange(next, said);
  }
  /** Places a fault, or takes it away when it is there. */
  function toggle(fault: PacketFault) {
    const next = toggled(faults, fault);
    change(next.faults, changeSaid(next, trace, t));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    const isTyping = document.activeElement instanceof HTMLInputElement;
    if (event.key === 'd' && keysEnabled && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) drop();
    const buttons = [...menu.current!.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || isTyping) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }
  const drop = () => toggle({ does: 'drop', packet: place });
  const has = (does: PacketFault['does']) => own.some(fault => fault.does === does);
  const hiddenDamage = (label: string) => (
    <Action
      icon={<EyeOff />}
      label={label}
      hint={other === undefined ? t.noHidden : t.damageHiddenHint}
      disabled={other === undefined}
      onPress={() => toggle({ does: 'flip', packet: place, bits: [bit, other!] })}
    />
  );
  return (
    <div
      ref={menu}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={t.menu(packet.id + 1, packetName(packet), packet.direction)}
      className={menuStyles.menu}
      onKeyDown={onKeyDown}
      onToggle={event => event.newState === 'closed' && closePacketMenu()}
    >
      <p className={styles.title}>{t.menu(packet.id + 1, packetName(packet), packet.direction)}</p>
      {request.bit !== undefined && (
        <>
          <Action
            icon={<Zap />}
            label={t.flipBit}
            onPress={() => toggle({ does: 'flip', packet: place, bits: [bit] })}
          />
          {hiddenDamage(t.flipBitHidden)}
        </>
      )}
      <Action
        icon={<PackageX />}
        label={t.drop}
        hint={t.dropHint}
        pressed={has('drop')}
        shortcut={keysEnabled ? 'd' : undefined}
        onPress={drop}
      />
      <div className={styles.delay}>
        <Action
          icon={<Hourglass />}
          label={t.delay(delayMs)}
          pressed={has('delay')}
          disabled={!(delayMs > 0 && delayMs <= LONGEST_DELAY_MS)}
          onPress={() => toggle({ does: 'delay', packet: place, by: Math.round(delayMs * 1000) })}
        />
        <input
          type="number"
          min="1"
          max={LONGEST_DELAY_MS}
          aria-label={t.delayBy}
          value={delay}
          onChange={event => setDelay(event.target.value)}
        />
      </div>
      <Action
        icon={<Shuffle />}
        label={t.reorder}
        hint={t.reorderHint}
        pressed={has('reorder')}
        onPress={() => toggle({ does: 'reorder', packet: place })}
      />
      <Action
        icon={<Copy />}
        label={t.duplicate}
        hint={t.duplicateHint}
        pressed={has('duplicate')}
        onPress={() => toggle({ does: 'duplicate', packet: place })}
      />
      {request.bit === undefined && (
        <>
          <Action
            icon={<Zap />}
            label={t.damage}
            hint={t.damageHint}
            onPress={() => toggle({ does: 'flip', packet: place, bits: [bit] })}
          />
          {hiddenDamage(t.damageHidden)}
        </>
      )}
      {own.length > 0 && (
        <Action
          icon={<Eraser />}
          label={t.remove}
          onPress={() =>
            change(
              faults.filter(fault => !own.includes(fault)),
              t.removed(own.map(fault => faultName(fault, trace, t)).join(', ')),
            )
          }
        />
      )}
      <Action
        icon={<MapPin />}
        label={t.goThere}
        onPress={() => {
          close();
          player.seek(journeysOf(trace)[packet.id].sent);
        }}
      />
    </div>
  );
}

interface ActionProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** A single key that does the same. */
  readonly shortcut?: string;
  readonly onPress: () => void;
}

function Action({ icon, label, hint, pressed, disabled, shortcut, onPress }: ActionProps) {
  return (
    <button
      type="button"
      className={`${menuStyles.item} ${styles.action}`}
      aria-pressed={pressed}
      disabled={disabled}
      aria-keyshortcuts={shortcut}
      title={shortcut && `${label} (${shortcut.toUpperCase()})`}
      onClick={onPress}
    >
      <span aria-hidden="true" className={menuStyles.icon}>
        {icon}
      </span>
      <span>
        {label}
        {hint && <span className={menuStyles.hint}>{hint}</span>}
      </span>
      {shortcut && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus, and aria-keyshortcuts says it.
        <kbd aria-hidden="true" className={styles.shortcut}>
          {shortcut.toUpperCase()}
        </kbd>
      )}
    </button>
  );
}
