// Whether the earlier run stands beside this one: as it was left when the pane is opened again.
import { create } from 'zustand';

interface Beside {
  readonly beside: boolean;
  switchBeside(): void;
}

export const useBeside = create<Beside>()(set => ({
  beside: false,
  switchBeside: () => set(({ beside }) => ({ beside: !beside })),
}));
