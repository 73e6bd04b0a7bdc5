// Tabs: a row of names, one panel below. Arrow keys go along the row (Base UI does the keyboard and the roles).
import { Tabs as Parts } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab<Id extends string> {
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
  return (
    <Parts.Root value={value} onValueChange={id => onChange(id as Id)} className={`${styles.root} ${className ?? ''}`}>
      <div className={styles.bar} data-print="never">
        <Parts.List aria-label={label} activateOnFocus className={styles.list}>
          {tabs.map(tab => (
            <Parts.Tab key={tab.id} value={tab.id} className={styles.tab}>
              {tab.icon && <span aria-hidden="true">{tab.icon}</span>}
              {tab.label}
            </Parts.Tab>
          ))}
        </Parts.List>
        {aside}
      </div>
      {tabs.map(tab => (
        <Parts.Panel key={tab.id} value={tab.id} className={styles.panel}>
          {tab.content}
        </Parts.Panel>
      ))}
    </Parts.Root>
  );
}
