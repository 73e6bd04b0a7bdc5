// Where capture files come in: chosen in a dialog, or dropped anywhere. What becomes of them is loaded when the first one comes.
import { create } from 'zustand';
import { usePlayback } from '../playback/store';

interface CaptureDesk {
  /** Being opened. */
  readonly file?: File;
  /** A file is held over the page. */
  readonly dragging: boolean;
}

export const useCaptureDesk = create<CaptureDesk>()(() => ({ dragging: false }));

/** Whether what is on screen was recorded, not simulated. */
export function useIsRecording(): boolean {
  return usePlayback(state => state.trace.recording !== undefined);
}

/** Asks for a file in the browser's own dialog. */
export function chooseCapture(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.onchange = () => useCaptureDesk.setState({ file: input.files?.[0] });
  input.click();
}

/** Takes files that are dropped on the page, from now on. */
export function acceptDrops(): void {
  const drag = (dragging: boolean) => (event: DragEvent) => {
    // A place of the page may want the file for itself.
    if (event.defaultPrevented) useCaptureDesk.setState({ dragging: false });
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const left = event.type === 'dragleave' && event.relatedTarget !== null;
    if (!left) useCaptureDesk.setState({ dragging });
    if (event.type === 'drop') useCaptureDesk.setState({ file: event.dataTransfer.files[0] });
  };
  addEventListener('dragover', drag(true));
  addEventListener('dragleave', drag(false));
  addEventListener('drop', drag(false));
}
