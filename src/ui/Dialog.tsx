// A modal dialog: the browser's own <dialog>, which keeps the focus inside and gives it back.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './Button';
import styles from './Dialog.module.css';
import { ToastRegion } from './ToastRegion';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  /** Called when it has been closed: by its button, Escape, or a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Dialog({ open, title, closeLabel, onClose, children, className }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes it on Escape by itself.
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={`${styles.dialog} ${className ?? ''}`}
      onClose={onClose}
      onClick={event => event.target === dialog.current && dialog.current.close()}
    >
      {open && (
        <div className={styles.sheet}>
          <div className={styles.head}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            <IconButton label={closeLabel} icon={<X />} onClick={() => dialog.current?.close()} />
          </div>
          <div className={styles.body}>{children}</div>
        </div>
      )}
      {open && <ToastRegion />}
    </dialog>
  );
}
