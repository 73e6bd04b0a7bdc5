// A menu of commands at its button. Arrow keys, Home, End, first letters. ARIA Authoring Practices, "Menu Button".
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Button, type ButtonProps } from './Button';
import styles from './Menu.module.css';
import { placeAt } from './popover-place';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** One line more about it. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly button?: Omit<ButtonProps, 'children'>;
}

export function Menu({ label, items, button }: MenuProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  /** What can be chosen, in order. */
  const entries = () => [...menu.current!.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)')];

  function choose(item: MenuItem) {
    menu.current!.hidePopover();
    anchor.current!.querySelector('button')!.focus();
    item.onChoose();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = entries();
    const to = nextIndex(
      event.key,
      all.indexOf(document.activeElement as HTMLButtonElement),
      all.map(entry => entry.textContent),
    );
    if (event.key === 'Tab') menu.current!.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  }

  return (
    <span ref={anchor} className={styles.anchor}>
      <Button {...button} popoverTarget={id} aria-haspopup="menu">
        {label}
        <span aria-hidden="true" className={styles.chevron} />
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onKeyDown={onKeyDown}
        onBeforeToggle={event =>
          event.newState === 'open' && placeAt(event.currentTarget, anchor.current!.getBoundingClientRect())
        }
        onToggle={event => event.newState === 'open' && entries()[0]?.focus()}
      >
        {items.map(item => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={item.disabled}
            className={styles.item}
            onClick={() => choose(item)}
          >
            <span aria-hidden="true" className={styles.icon}>
              {item.icon}
            </span>
            <span>
              {item.label}
              {item.hint && <span className={styles.hint}>{item.hint}</span>}
            </span>
          </button>
        ))}
      </div>
    </span>
  );
}

/** Which of the entries named `names` a key goes to from the one at `from` (-1: none), if the key goes anywhere. */
export function nextIndex(key: string, from: number, names: readonly string[]): number | undefined {
  const count = names.length;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return (from <= 0 ? count : from) - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const order = names.map((_, i) => (from + 1 + i) % count);
  return order.find(i => names[i].toLowerCase().startsWith(key.toLowerCase()));
}
