// The player at the foot of the page: buttons, speed, scale of time, the band to scrub on, and the virtual time.
import { Clock } from 'lucide-react';
import { type ComponentType, Suspense } from 'react';
import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { IconButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { useMediaQuery } from '../../ui/use-media-query';
import { Announcer } from './Announcer';
import { Buttons } from './Buttons';
import { INSET, Scrubber } from './Scrubber';
import { Speed } from './Speed';
import styles from './Timeline.module.css';
import { texts } from './text';
import { VirtualTime } from './VirtualTime';

export interface TimelineProps {
  /** Draws marks over the band, `inset` pixels from both its ends; absent when there are none. */
  readonly Marks: ComponentType<{ readonly inset: number }> | undefined;
}

export function Timeline({ Marks }: TimelineProps) {
  const t = useTexts(texts);
  const isPhone = useMediaQuery('(max-width: 37.49rem)');
  return (
    <section className={styles.timeline} aria-label={t.player} data-print="never">
      <div className={styles.player}>
        <Buttons />
        <Speed isSmall={isPhone} />
        <div className={styles.place}>
          <Scrubber />
          {Marks && (
            <Suspense>
              <Marks inset={INSET} />
            </Suspense>
          )}
        </div>
        <ScaleChoice isSmall={isPhone} />
        <VirtualTime />
      </div>
      <Announcer />
    </section>
  );
}

function ScaleChoice({ isSmall }: { readonly isSmall: boolean }) {
  const t = useTexts(texts);
  const scale = usePlayback(state => state.scale);
  if (isSmall)
    return (
      <IconButton
        label={t.clockHint}
        icon={<Clock />}
        pressed={scale === 'clock'}
        onClick={() => usePlayback.setState({ scale: scale === 'clock' ? 'story' : 'clock' })}
      />
    );
  return (
    <Segmented
      label={t.scale}
      value={scale}
      options={[
        { value: 'story', label: t.story, title: t.storyHint },
        { value: 'clock', label: t.clock, title: t.clockHint },
      ]}
      onChange={chosen => usePlayback.setState({ scale: chosen })}
      className={styles.scale}
    />
  );
}
