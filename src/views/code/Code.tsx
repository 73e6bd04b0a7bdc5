// The programs of both sides, with the lines of the current step lit.
import { useEffect, useMemo, useRef } from 'react';
import { usePlayback } from '../../playback/store';
import type { SourceTexts, StepNumber } from '../../protocols/protocol';
import { momentAt, stepEvents } from '../../trace/moment';
import { scrollWithin } from '../../ui/scroll-within';
import { usePrefersReducedMotion } from '../../ui/use-media-query';
import styles from './Code.module.css';
import { SourceFile } from './SourceFile';

/** In the order in which a call goes through them. */
const COMPONENTS = ['client', 'clientStub', 'serverStub', 'server'] as const satisfies readonly (keyof SourceTexts)[];

/** Height of a file's heading, which stays in sight, in CSS pixels. */
const HEAD = 36;

export function Code({ sources }: { readonly sources: SourceTexts }) {
  const trace = usePlayback(state => state.trace);
  const seq = usePlayback(state => state.seq);
  const { step, stepSeq } = useMemo(() => momentAt(trace, seq), [trace, seq]);
  const pane = useRef<HTMLDivElement>(null);
  const smooth = !usePrefersReducedMotion();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the lit line moves with the step and with the texts.
  useEffect(() => {
    const lit = pane.current?.querySelector<HTMLElement>('[data-lit="true"]');
    if (lit) scrollWithin(pane.current!, lit, smooth, HEAD);
  }, [stepSeq, sources]);

  return (
    <div ref={pane} className={styles.pane}>
      {COMPONENTS.map(component => (
        <SourceFile key={component} component={component} source={sources[component]} step={step} goTo={goTo} />
      ))}
    </div>
  );
}

/** Goes to the beginning of `step` in the exchange on screen, or else to the first such step of the run. */
function goTo(step: StepNumber): void {
  const { trace, seq, moveTo } = usePlayback.getState();
  const { exchange } = momentAt(trace, seq);
  const all = stepEvents(trace).filter(event => event.step === step);
  const found = all.find(event => event.exchange === exchange) ?? all[0];
  if (found) moveTo(found.seq);
}
