// The moment of the whole run that the survey shows. It is not the player's: that goes along the one call that is open.
import { type MotionValue, motionValue } from 'framer-motion';
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { motionSetting } from '../../playback/store';
import type { Survey } from '../../survey/survey';
import type { Micros } from '../../trace/trace';

/** The whole run is watched in so many milliseconds. */
const WATCHING_MS = 10_000;
/** Steps in which it is watched by those who do not want motion. */
const STEPS = 20;

export interface SurveyTime {
  readonly at: MotionValue<Micros>;
  readonly playing: boolean;
  /** From the beginning when the end is reached. */
  play(): void;
  pause(): void;
}

/** At first everything has happened. */
export function useSurveyTime({ duration }: Survey): SurveyTime {
  const at = useMemo(() => motionValue(duration), [duration]);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const reduced = motionSetting();
    const from = at.get() >= duration ? 0 : at.get();
    let began: number | undefined;
    const frame = (now: number) => {
      began ??= now;
      const exact = Math.min(duration, from + ((now - began) / WATCHING_MS) * duration);
      at.set(reduced() && exact < duration ? Math.floor((exact / duration) * STEPS) * (duration / STEPS) : exact);
      if (exact < duration) request = requestAnimationFrame(frame);
      else setPlaying(false);
    };
    let request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  }, [playing, at, duration]);
  return { at, playing, play: () => setPlaying(true), pause: () => setPlaying(false) };
}

/** The moment, for a component that shows it in words and figures. */
export function useMoment(at: MotionValue<Micros>): Micros {
  return useSyncExternalStore(
    changed => at.on('change', changed),
    () => at.get(),
  );
}

/** Draws what is so at the moment: before it is painted, after every render, and whenever the moment has changed. */
export function useDrawing(at: MotionValue<Micros>, draw: (at: Micros) => void): void {
  useLayoutEffect(() => {
    draw(at.get());
    return at.on('change', draw);
  });
}
