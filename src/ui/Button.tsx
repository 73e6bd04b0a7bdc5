// A push button. `primary` is for the one thing that a place is for, `quiet` for what stands in a row of its like.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  /** Drawn before the text, for the eye only. */
  readonly icon?: ReactNode;
}

export function Button({ kind = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${styles.button} ${styles[kind] ?? ''} ${className ?? ''}`}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** What pressing it does: the accessible name, and the tooltip. */
  readonly label: string;
  /** A toggle shows whether it is on. */
  readonly pressed?: boolean;
}

/** A button that shows only an icon. */
export function IconButton({ label, pressed, icon, kind = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={`${styles.button} ${styles[kind]} ${styles.square} ${className ?? ''}`}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
    </button>
  );
}
