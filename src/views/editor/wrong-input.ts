// Which fields hold input that does not run. The run on screen is then older than what stands in the field, and the screen says so.
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export interface WrongInput {
  /** The name that stands at the field. */
  readonly label: string;
  /** What the run on screen has in its place, if that is short enough to be said. */
  readonly shown: string | undefined;
  /** Takes the learner to the field. */
  focus(): void;
}

/** The fields with wrong input, the one that became wrong first in front. */
export const useWrongInputs = create<{ readonly inputs: readonly WrongInput[] }>()(() => ({ inputs: [] }));

/** Tells that the field `label` is wrong, for as long as it is there and `wrong` holds. */
export function useWrongInput(wrong: boolean, label: string, shown: string | undefined, focus: () => void): void {
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (!wrong) return;
    const input: WrongInput = { label, shown, focus: () => latest.current() };
    useWrongInputs.setState(({ inputs }) => ({ inputs: [...inputs, input] }));
    return () => useWrongInputs.setState(({ inputs }) => ({ inputs: inputs.filter(each => each !== input) }));
  }, [wrong, label, shown]);
}
