// Play and pause, and stepping by step and by event. Their keys are told where there is a pointer to ask with, and so most likely a keyboard.
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useTexts } from '../../i18n/locale';
import { PLAY_BUTTON, player, useIsPlaying } from '../../playback/player';
import { usePlayback } from '../../playback/store';
import { IconButton } from '../../ui/Button';
import { useMediaQuery } from '../../ui/use-media-query';
import styles from './Timeline.module.css';
import { texts } from './text';

export function Buttons() {
  const t = useTexts(texts);
  const touch = useMediaQuery('(pointer: coarse)');
  const keysEnabled = usePlayback(state => state.keysEnabled);
  const playing = useIsPlaying();
  /** `shown` is the key as it is written, `name` as aria-keyshortcuts wants it. */
  const named = (label: string, shown: string, name: string) => ({
    label,
    title: touch || !keysEnabled ? label : t.withKey(label, shown),
    'aria-keyshortcuts': keysEnabled ? name : undefined,
  });
  return (
    <div className={styles.buttons}>
      <IconButton {...named(t.stepBack, '←', 'ArrowLeft')} icon={<SkipBack />} onClick={player.stepBack} />
      <IconButton
        {...named(t.eventBack, 'Shift ←', 'Shift+ArrowLeft')}
        icon={<ChevronLeft />}
        onClick={player.eventBack}
      />
      <IconButton
        id={PLAY_BUTTON}
        {...named(playing ? t.pause : t.play, t.space, 'Space')}
        kind="primary"
        icon={playing ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
        className={styles.play}
        onClick={player.toggle}
      />
      <IconButton
        {...named(t.eventForward, 'Shift →', 'Shift+ArrowRight')}
        icon={<ChevronRight />}
        onClick={player.eventForward}
      />
      <IconButton {...named(t.stepForward, '→', 'ArrowRight')} icon={<SkipForward />} onClick={player.stepForward} />
    </div>
  );
}
