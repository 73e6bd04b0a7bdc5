import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  call: (call: string, calls: string) => string;
  others: (packets: string) => string;
  previous: string;
  next: string;
  progress: string;
  simulating: (ended: string, calls: string) => string;
}> = {
  en: {
    call: (call, calls) => `Call ${call} of ${calls}`,
    others: packets => `While it lasts, the other calls send ${packets} packets, which are not drawn.`,
    previous: 'The call before',
    next: 'The call after',
    progress: 'Simulating',
    simulating: (ended, calls) => `${ended} of ${calls} calls simulated`,
  },
  'zh-CN': {
    call: (call, calls) => `第 ${call} 次调用，共 ${calls} 次`,
    others: packets => `在此期间，其他调用发送了 ${packets} 个数据包，此处不绘制。`,
    previous: '上一次调用',
    next: '下一次调用',
    progress: '正在模拟',
    simulating: (ended, calls) => `已模拟 ${ended} / ${calls} 次调用`,
  },
};
