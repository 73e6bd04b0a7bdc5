// The words that forks are named with: what was done to the run before, as briefly as can be.
import type { Locale } from '../../i18n/locale';
import type { Fault, Occasion, PacketPlace } from '../../scenario/faults';

export interface NameWords {
  /** What a member of the scenario is called, by its path with dots; others are called by that path. */
  readonly places: Readonly<Record<string, string>>;
  readonly interface: string;
  changed(place: string, before: string, after: string): string;
  /** For what was not there before. */
  set(place: string, after: string): string;
  without(what: string): string;
  call(number: number): string;
  fault(fault: Fault): string;
}

const ms = (micros: number) => `${micros / 1000} ms`;

function packetInEnglish({ connection, direction, nth }: PacketPlace): string {
  const which = nth > 0 ? `packet ${nth + 1} to the ${towards(direction)}` : firstFlags(direction);
  return connection > 0 ? `${which} of connection ${connection + 1}` : which;
}

function packetInChinese({ connection, direction, nth }: PacketPlace): string {
  const to = direction === 'c2s' ? '服务端' : '客户端';
  const which = nth > 0 ? `发往${to}的第 ${nth + 1} 个包` : ` ${firstFlags(direction)}`;
  return connection > 0 ? `连接 ${connection + 1} 的${which}` : which;
}

/** A connection begins with the same packets whatever is called. RFC 9293 §3.5. */
function firstFlags(direction: PacketPlace['direction']): string {
  return direction === 'c2s' ? 'SYN' : 'SYN ACK';
}

function towards(direction: PacketPlace['direction']): string {
  return direction === 'c2s' ? 'server' : 'client';
}

function whenInEnglish(when: Occasion): string {
  return 'at' in when ? `at ${ms(when.at)}` : `${when.phase} execution ${when.execution + 1}`;
}

function whenInChinese(when: Occasion): string {
  if ('at' in when) return `${ms(when.at)} 时`;
  return `第 ${when.execution + 1} 次执行${when.phase === 'before' ? '之前' : '之后'}`;
}

function faultInEnglish(fault: Fault): string {
  switch (fault.does) {
    case 'drop':
      return `drop ${packetInEnglish(fault.packet)}`;
    case 'delay':
      return `delay ${packetInEnglish(fault.packet)} by ${ms(fault.by)}`;
    case 'reorder':
      return `${packetInEnglish(fault.packet)} overtaken`;
    case 'duplicate':
      return `duplicate ${packetInEnglish(fault.packet)}`;
    case 'flip':
      return fault.bits.length === 1
        ? `flip bit ${fault.bits[0]} of ${packetInEnglish(fault.packet)}`
        : `flip ${fault.bits.length} bits of ${packetInEnglish(fault.packet)}`;
    case 'partition': {
      const to = fault.direction ? ` to the ${towards(fault.direction)}` : '';
      return `network cut${to} from ${ms(fault.from)}${fault.until === undefined ? '' : ` to ${ms(fault.until)}`}`;
    }
    case 'stop-reading':
      return `${fault.host} does not read from ${ms(fault.from)}${fault.until === undefined ? '' : ` to ${ms(fault.until)}`}`;
    default: {
      const happens = { hang: 'hangs', crash: 'crashes', 'power-off': 'loses power', unreachable: 'is unreachable' };
      return `server ${happens[fault.does]} ${whenInEnglish(fault.when)}${fault.lasts === undefined ? '' : ` for ${ms(fault.lasts)}`}`;
    }
  }
}

function faultInChinese(fault: Fault): string {
  const span = (from: number, until: number | undefined) =>
    until === undefined ? `从 ${ms(from)} 起` : `从 ${ms(from)} 到 ${ms(until)} `;
  switch (fault.does) {
    case 'drop':
      return `丢弃${packetInChinese(fault.packet)}`;
    case 'delay':
      return `${packetInChinese(fault.packet)} 推迟 ${ms(fault.by)}`;
    case 'reorder':
      return `${packetInChinese(fault.packet)} 被超过`;
    case 'duplicate':
      return `复制${packetInChinese(fault.packet)}`;
    case 'flip':
      return fault.bits.length === 1
        ? `翻转${packetInChinese(fault.packet)} 的第 ${fault.bits[0]} 位`
        : `翻转${packetInChinese(fault.packet)} 的 ${fault.bits.length} 位`;
    case 'partition': {
      const to = fault.direction ? `到${fault.direction === 'c2s' ? '服务端' : '客户端'}的` : '';
      return `${span(fault.from, fault.until)}${to}网络中断`;
    }
    case 'stop-reading':
      return `${fault.host === 'client' ? '客户端' : '服务端'}${span(fault.from, fault.until)}不读取`;
    default: {
      const happens = { hang: '停滞', crash: '崩溃', 'power-off': '断电', unreachable: '不可达' };
      const lasts = fault.lasts === undefined ? '' : `，持续 ${ms(fault.lasts)}`;
      return `服务端在${whenInChinese(fault.when)}${happens[fault.does]}${lasts}`;
    }
  }
}

export const nameWords: Readonly<Record<Locale, NameWords>> = {
  en: {
    places: {
      protocol: 'protocol',
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
    fault: faultInEnglish,
  },
  'zh-CN': {
    places: {
      protocol: '协议',
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
    fault: faultInChinese,
  },
};
