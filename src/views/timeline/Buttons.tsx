// Play and pause, and stepping by step and by event.
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { player, useIsPlaying } from '../../playback/player';
import { IconButton } from '../../ui/Button';
import styles from './Timeline.module.css';
import { texts } from './text';

export function Buttons() {
  const t = useTexts(texts);
  const playing = useIsPlaying();
  return (
    <div className={styles.buttons}>
      <IconButton label={t.stepBack} icon={<SkipBack />} onClick={player.stepBack} />
      <IconButton label={t.eventBack} icon={<ChevronLeft />} onClick={player.eventBack} />
      <IconButton
        kind="primary"
        label={playing ? t.pause : t.play}
        icon={playing ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
        className={styles.play}
        onClick={player.toggle}
      />
      <IconButton label={t.eventForward} icon={<ChevronRight />} onClick={player.eventForward} />
      <IconButton label={t.stepForward} icon={<SkipForward />} onClick={player.stepForward} />
    </div>
  );
}
