// The place where toasts show. There is one in the app; it is always there, so that screen readers notice what comes into it.

import styles from './ToastRegion.module.css';
import { useToast } from './toast';

export function ToastRegion() {
  const toast = useToast(state => state.toast);
  return (
    <div role="status" className={styles.region} data-print="never">
      {toast && (
        <p key={toast.id} className={styles.toast}>
          {toast.text}
        </p>
      )}
    </div>
  );
}
