// Short words about something that was just done ("Link copied"), for eye and ear. They ask for nothing and go by themselves.
import { create } from 'zustand';

/** How long a toast stays, in ms: long enough to be read, and to be noticed from the corner of the eye. */
const STAY = 4000;
/** How long one stays that says what to do instead. */
const STAY_LONGER = 12_000;

interface ToastState {
  /** Undefined when there is nothing to say. `id` tells two equal texts apart. */
  readonly toast: { readonly id: number; readonly text: string } | undefined;
}

export const useToast = create<ToastState>()(() => ({ toast: undefined }));

let count = 0;

/** Shows `text`, in place of what is shown: for longer when something has failed. */
export function showToast(text: string, failed = false): void {
  const toast = { id: ++count, text };
  useToast.setState({ toast });
  setTimeout(
    () => useToast.getState().toast === toast && useToast.setState({ toast: undefined }),
    failed ? STAY_LONGER : STAY,
  );
}
