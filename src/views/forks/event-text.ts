// What happened at an event, in a few words: to tell where two runs part.
import type { Locale } from '../../i18n/locale';
import { flagsText } from '../../trace/journeys';
import type { Direction, Trace, TraceEvent } from '../../trace/trace';
import { transitionWords } from './transition-text';

type EventWords = (event: TraceEvent, trace: Trace) => string;

const timersInEnglish: Readonly<Record<string, string>> = {
  retransmission: 'TCP has waited long enough for an acknowledgment',
  persist: 'TCP asks again whether there is a window',
  'keep-alive': 'TCP asks whether the peer is still there',
  'delayed acknowledgment': 'TCP delays an acknowledgment no longer',
  '2MSL': 'TIME-WAIT is over',
  timeout: 'the time for an attempt runs out',
  deadline: 'the deadline of the call passes',
  cancelled: 'the client cancels the call',
  backoff: 'the pause before the next attempt is over',
  hedge: 'a second attempt begins beside the first',
};

const timersInChinese: Readonly<Record<string, string>> = {
  retransmission: ' TCP 等待确认超时',
  persist: ' TCP 再次探询窗口',
  'keep-alive': ' TCP 探询对端是否仍在',
  'delayed acknowledgment': ' TCP 不再推迟确认',
  '2MSL': ' TIME-WAIT 结束',
  timeout: '一次尝试的时限已到',
  deadline: '调用的截止时间已到',
  cancelled: '客户端取消调用',
  backoff: '下一次尝试之前的等待结束',
  hedge: '另一次尝试与前一次并行开始',
};

const en: EventWords = (event, trace) => {
  const packet = (id: number) => {
    const one = trace.packets[id];
    return `${flagsText(one)} to the ${one.direction === 'c2s' ? 'server' : 'client'}`;
  };
  const side = (direction: Direction) => (direction === 'c2s' ? 'request' : 'reply');
  switch (event.type) {
    case 'step':
      return `step ${event.step} begins`;
    case 'transition':
      return transitionWords.en(event);
    case 'encoded':
      return `the ${side(trace.messages[event.message].direction)} is written`;
    case 'control':
      return 'a control message is written';
    case 'decoded':
      return `the ${side(trace.messages[event.message].direction)} is read`;
    case 'sent':
      return `${packet(event.packet)} ${trace.packets[event.packet].copyOf === undefined ? 'leaves' : 'is doubled on its way'}`;
    case 'arrived':
      return `${packet(event.packet)} arrives${trace.packets[event.packet].arrivedBytes ? ' damaged' : ''}`;
    case 'dropped':
      return `${packet(event.packet)} is lost`;
    case 'discarded':
      return `${packet(event.packet)} is thrown away`;
    case 'timer':
      return timersInEnglish[event.timer] ?? `a timer fires (${event.timer})`;
    case 'invoked':
      return `${event.method} is called`;
    case 'completed':
      return `${event.method} ends`;
    case 'result':
      return 'the client has its result';
    case 'attempt failed':
      return 'an attempt fails';
    case 'deduplicated':
      return `${event.method} is answered from the cache`;
    case 'still waiting':
      return 'the client waits for ever';
  }
};

const zhCN: EventWords = (event, trace) => {
  const packet = (id: number) => {
    const one = trace.packets[id];
    return `发往${one.direction === 'c2s' ? '服务端' : '客户端'}的 ${flagsText(one)} `;
  };
  const side = (direction: Direction) => (direction === 'c2s' ? '请求' : '应答');
  switch (event.type) {
    case 'step':
      return `第 ${event.step} 步开始`;
    case 'transition':
      return transitionWords['zh-CN'](event);
    case 'encoded':
      return `写出${side(trace.messages[event.message].direction)}`;
    case 'control':
      return '写出控制消息';
    case 'decoded':
      return `读入${side(trace.messages[event.message].direction)}`;
    case 'sent':
      return `${packet(event.packet)}${trace.packets[event.packet].copyOf === undefined ? '发出' : '在途中被复制'}`;
    case 'arrived':
      return `${packet(event.packet)}${trace.packets[event.packet].arrivedBytes ? '损坏后' : ''}到达`;
    case 'dropped':
      return `${packet(event.packet)}丢失`;
    case 'discarded':
      return `${packet(event.packet)}被丢弃`;
    case 'timer':
      return timersInChinese[event.timer] ?? `定时器触发（${event.timer}）`;
    case 'invoked':
      return `调用 ${event.method}`;
    case 'completed':
      return ` ${event.method} 执行完毕`;
    case 'result':
      return '客户端得到结果';
    case 'attempt failed':
      return '一次尝试失败';
    case 'deduplicated':
      return ` ${event.method} 由缓存应答`;
    case 'still waiting':
      return '客户端一直等待';
  }
};

export const eventWords: Readonly<Record<Locale, EventWords>> = { en, 'zh-CN': zhCN };
