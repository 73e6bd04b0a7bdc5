// A damaged frame, as sent and as it arrived.
import type { Texts } from '../../i18n/locale';

const en = {
  version: 'Show the frame',
  sent: 'As sent',
  sentTitle: 'The frame as its sender wrote it',
  arrived: 'As it arrived',
  arrivedTitle: 'The frame as its receiver got it, taken apart from these bytes alone',
  flipped: (bits: number) => (bits === 1 ? '1 bit flipped on the way' : `${bits} bits flipped on the way`),
};

export const texts: Texts<typeof en> = {
  en,
  'zh-CN': {
    version: '显示此帧',
    sent: '发出时',
    sentTitle: '发送方写出的帧',
    arrived: '到达时',
    arrivedTitle: '接收方得到的帧，只按这些字节解析',
    flipped: bits => `途中翻转了 ${bits} 位`,
  },
};
