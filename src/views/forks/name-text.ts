// The words that forks are named with: what was done to the run before, as briefly as can be.
import type { Locale } from '../../i18n/locale';

export interface NameWords {
  /** What a member of the scenario is called, by its path with dots; others are called by that path. */
  readonly places: Readonly<Record<string, string>>;
  readonly interface: string;
  changed(place: string, before: string, after: string): string;
  /** For what was not there before. */
  set(place: string, after: string): string;
  without(what: string): string;
  call(number: number): string;
  /** Of a call that is tried again, or hedged: all together. */
  attempts(most: number): string;
}

export const nameWords: Readonly<Record<Locale, NameWords>> = {
  en: {
    places: {
      protocol: 'protocol',
      deadline: 'deadline',
      'network.latency': 'latency',
      'network.bandwidth': 'bandwidth',
      'network.mtu': 'MTU',
      'impairments.loss': 'loss',
      'impairments.duplication': 'duplication',
      'impairments.reordering': 'reordering',
      'impairments.corruption': 'corruption',
      'impairments.jitter': 'jitter',
      'tcp.congestionControl': 'congestion control',
      'tcp.sack': 'SACK',
      'tcp.windowScaling': 'window scaling',
      'tcp.nagle': 'Nagle',
      'tcp.keepAlive': 'keep-alive',
      'tcp.receiveBuffer': 'receive buffer',
      'policy.timeout': 'timeout',
      'policy.retry': 'retries',
      'policy.hedge': 'hedging',
      'policy.deduplication': 'de-duplication',
      'load.rounds': 'rounds',
      'load.callers': 'callers',
      'load.workers': 'workers',
    },
    interface: 'another interface',
    changed: (place, before, after) => `${place}: ${before} → ${after}`,
    set: (place, after) => `${place}: ${after}`,
    without: what => `without: ${what}`,
    call: number => `call ${number}`,
    attempts: most => `up to ${most} attempts`,
  },
  'zh-CN': {
    places: {
      protocol: '协议',
      deadline: '截止时间',
      'network.latency': '时延',
      'network.bandwidth': '带宽',
      'network.mtu': 'MTU',
      'impairments.loss': '丢包率',
      'impairments.duplication': '重复率',
      'impairments.reordering': '乱序率',
      'impairments.corruption': '损坏率',
      'impairments.jitter': '抖动',
      'tcp.congestionControl': '拥塞控制',
      'tcp.sack': 'SACK',
      'tcp.windowScaling': '窗口缩放',
      'tcp.nagle': 'Nagle',
      'tcp.keepAlive': '保活',
      'tcp.receiveBuffer': '接收缓冲区',
      'policy.timeout': '超时',
      'policy.retry': '重试',
      'policy.hedge': '对冲',
      'policy.deduplication': '去重',
      'load.rounds': '轮数',
      'load.callers': '调用者',
      'load.workers': '工作者',
    },
    interface: '更换接口',
    changed: (place, before, after) => `${place}：${before} → ${after}`,
    set: (place, after) => `${place}：${after}`,
    without: what => `取消：${what}`,
    call: number => `调用 ${number}`,
    attempts: most => `最多 ${most} 次尝试`,
  },
};
