// Something that floats at its button until the next press elsewhere or Escape: the browser's own popover.
import { type ReactNode, useId, useRef } from 'react';
import { Button, type ButtonProps } from './Button';
import styles from './Popover.module.css';
import { placeAt } from './popover-place';

export interface PopoverProps {
  /** What the button shows, and names the content for screen readers. */
  readonly label: string;
  readonly button?: Omit<ButtonProps, 'children'>;
  readonly children: ReactNode;
}

export function Popover({ label, button, children }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className={styles.anchor}>
      <Button {...button} popoverTarget={id} aria-haspopup="dialog">
        {label}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={styles.content}
        onBeforeToggle={event => event.newState === 'open' && placeAt(event.currentTarget, anchor.current!)}
      >
        {children}
      </div>
    </span>
  );
}
