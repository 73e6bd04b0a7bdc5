// Tabs: a row of names, one panel below. ARIA Authoring Practices, "Tabs" with automatic activation: arrow keys, Home and End go along the row.
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './Tabs.module.css';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Rendered only while the tab is chosen. */
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** Names the row for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Stands at the end of the row. */
  readonly aside?: ReactNode;
  readonly className?: string;
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, aside, className }: TabsProps<Id>) {
  const base = useId();
  const row = useRef<HTMLDivElement>(null);
  const chosen = tabs.find(tab => tab.id === value);

  function onKeyDown(event: KeyboardEvent) {
    const to = nextTab(
      event.key,
      tabs.findIndex(tab => tab.id === value),
      tabs.length,
    );
    if (to === undefined) return;
    event.preventDefault();
    onChange(tabs[to].id);
    row.current!.querySelectorAll<HTMLElement>('[role=tab]')[to].focus();
  }
  return (
    <div className={`${styles.root} ${className ?? ''}`}>
      <div className={styles.bar} data-print="never">
        <div ref={row} role="tablist" aria-label={label} className={styles.list}>
          {tabs.map(tab => (
            <button
              key={tab.id}
              id={`${base}-${tab.id}`}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={tab.id === value}
              aria-controls={tab.id === value ? `${base}-panel` : undefined}
              tabIndex={tab.id === value ? 0 : -1}
              onClick={() => onChange(tab.id)}
              onKeyDown={onKeyDown}
            >
              {tab.icon && <span aria-hidden="true">{tab.icon}</span>}
              {tab.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div
        key={value}
        id={`${base}-panel`}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel takes the focus, so that its text can be scrolled by keyboard.
        tabIndex={0}
        aria-labelledby={`${base}-${value}`}
        className={styles.panel}
      >
        {chosen?.content}
      </div>
    </div>
  );
}

/** The tab that `key` goes to from the one at `from` of `count`, around the ends; undefined for other keys. */
export function nextTab(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
