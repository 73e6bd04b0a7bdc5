// The places where toasts show: one in the app and one in each dialog, for what lies outside an open dialog cannot be reached. They are
// always there, so that screen readers notice what comes into them.
import { useEffect, useRef, useState } from 'react';
import styles from './ToastRegion.module.css';
import { useToast } from './toast';

export function ToastRegion() {
  const toast = useToast(state => state.toast);
  const region = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState(false);

  // Shown last is on top: above a dialog that has opened since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every toast anew.
  useEffect(() => {
    setHere(isNearest(region.current!));
    region.current!.hidePopover();
    region.current!.showPopover();
  }, [toast]);

  return (
    <div ref={region} popover="manual" role="status" className={styles.region}>
      {toast && here && (
        <p key={toast.id} className={styles.toast}>
          {toast.text}
        </p>
      )}
    </div>
  );
}

/** Whether the region is in the modal dialog that is open, or none is. */
function isNearest(region: HTMLElement): boolean {
  const dialog = document.querySelector('dialog:modal');
  return dialog ? dialog.contains(region) : region.closest('dialog') === null;
}
