// The player's texts.
import type { Texts } from '../../i18n/locale';
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
  readonly phases: Readonly<Record<PhaseKind, string>>;
}

export const texts: Texts<TimelineTexts> = {
  en: {
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
    phases: {
      handshake: 'handshake',
      opening: 'opening',
      request: 'request',
      response: 'response',
      teardown: 'teardown',
    },
  },
  'zh-CN': {
    player: '播放器',
    play: '播放',
    pause: '暂停',
    stepBack: '上一步',
    stepForward: '下一步',
    eventBack: '后退一个事件',
    eventForward: '前进一个事件',
    withKey: (label, key) => `${label}（${key}）`,
    space: '空格键',
    speed: '速度',
    slower: '减慢',
    faster: '加快',
    scale: '时间尺度',
    story: '叙事',
    storyHint: '每个时刻都留出阅读所需的时间',
    clock: '时钟',
    clockHint: '时间的真实比例',
    place: '运行中的位置',
    placeText: (step, call, calls, time) =>
      `${calls > 1 ? `第 ${call} 次调用，` : ''}${step === undefined ? '第 1 步之前' : `第 ${step} 步`}，${time}`,
    announce: (step, title, call, calls) =>
      `${calls > 1 ? `第 ${call} 次调用。` : ''}第 ${step} 步，共 10 步。${title}。`,
    virtualTime: '虚拟时间',
    cut: '此处的长时间等待按较短比例绘制',
    phases: { handshake: '握手', opening: '协商', request: '请求', response: '响应', teardown: '挥手' },
  },
};
