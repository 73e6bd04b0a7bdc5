// 时间轴的中文文字。
import type { TimelineTexts } from '../text';

export const zhCN: TimelineTexts = {
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
  parting: '两次运行从这里开始不同',
  phases: { handshake: '握手', opening: '协商', request: '请求', response: '响应', teardown: '挥手' },
};
