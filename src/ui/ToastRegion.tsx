// The place where toasts show. There is one in the app; it is always there, so that screen readers notice what comes into it.
import { useEffect, useRef } from 'react';
import styles from './ToastRegion.module.css';
import { useToast } from './toast';

export function ToastRegion() {
  const toast = useToast(state => state.toast);
  const region = useRef<HTMLDivElement>(null);

  // Shown last is on top: above a dialog that has opened since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every toast anew.
  useEffect(() => {
    region.current?.hidePopover();
    region.current?.showPopover();
  }, [toast]);

  return (
    <div ref={region} popover="manual" role="status" className={styles.region}>
      {toast && (
        <p key={toast.id} className={styles.toast}>
          {toast.text}
        </p>
      )}
    </div>
  );
}
