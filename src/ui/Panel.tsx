// A part of the screen with a heading of its own.
import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** Keeps the heading for screen readers only, where the content names itself. */
  readonly titleHidden?: boolean;
  /** Stands at the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Panel({ title, titleHidden, aside, children, className }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles.panel} ${className ?? ''}`}>
      <div className={titleHidden && !aside ? 'visually-hidden' : styles.head}>
        <h2 id={id} className={titleHidden ? 'visually-hidden' : styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
