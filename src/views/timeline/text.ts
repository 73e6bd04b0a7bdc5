// The player's texts.
import { withChinese } from '../../i18n/locale';
import type { PhaseKind } from '../../trace/phases';

export interface TimelineTexts {
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly stepBack: string;
  readonly stepForward: string;
  readonly eventBack: string;
  readonly eventForward: string;
  /** The key that does the same, where there is a keyboard: '(Space)'. */
  withKey(label: string, key: string): string;
  readonly space: string;
  readonly speed: string;
  readonly slower: string;
  readonly faster: string;
  readonly scale: string;
  readonly story: string;
  readonly storyHint: string;
  readonly clock: string;
  readonly clockHint: string;
  readonly place: string;
  /** Where the handle stands, as a screen reader says it. `step` is undefined before the first. */
  placeText(step: number | undefined, call: number, calls: number, time: string): string;
  /** Said when a step begins. */
  announce(step: number, title: string, call: number, calls: number): string;
  readonly virtualTime: string;
  readonly cut: string;
  readonly parting: string;
  readonly phases: Readonly<Record<PhaseKind, string>>;
}

const en: TimelineTexts = {
  player: 'Player',
  play: 'Play',
  pause: 'Pause',
  stepBack: 'Step back',
  stepForward: 'Next step',
  eventBack: 'One event back',
  eventForward: 'One event forward',
  withKey: (label, key) => `${label} (${key})`,
  space: 'Space',
  speed: 'Speed',
  slower: 'Slower',
  faster: 'Faster',
  scale: 'Scale of time',
  story: 'Story',
  storyHint: 'Every moment gets the time that a reader needs',
  clock: 'Clock',
  clockHint: 'True proportions of time',
  place: 'Place in the run',
  placeText: (step, call, calls, time) =>
    `${calls > 1 ? `call ${call}, ` : ''}${step === undefined ? 'before step 1' : `step ${step}`}, ${time}`,
  announce: (step, title, call, calls) => `${calls > 1 ? `Call ${call}. ` : ''}Step ${step} of 10. ${title}.`,
  virtualTime: 'Virtual time',
  cut: 'A long wait is drawn shorter here',
  parting: 'The runs part here',
  phases: {
    handshake: 'handshake',
    opening: 'opening',
    request: 'request',
    response: 'response',
    teardown: 'teardown',
  },
};

export const texts = withChinese(en, () => import('./text/zh-CN').then(module => module.zhCN));
