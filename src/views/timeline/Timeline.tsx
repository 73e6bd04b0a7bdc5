// The player at the foot of the page: buttons, speed, scale of time, the band to scrub on, and the virtual time.

import { useTexts } from '../../i18n/locale';
import { usePlayback } from '../../playback/store';
import { Segmented } from '../../ui/Segmented';
import { Announcer } from './Announcer';
import { Buttons } from './Buttons';
import { Scrubber } from './Scrubber';
import { Speed } from './Speed';
import styles from './Timeline.module.css';
import { texts } from './text';
import { VirtualTime } from './VirtualTime';

export function Timeline() {
  const t = useTexts(texts);
  const scale = usePlayback(state => state.scale);
  return (
    <section className={styles.timeline} aria-label={t.player} data-print="never">
      <div className={styles.player}>
        <Buttons />
        <Speed />
        <Scrubber />
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
        <VirtualTime />
      </div>
      <Announcer />
    </section>
  );
}
