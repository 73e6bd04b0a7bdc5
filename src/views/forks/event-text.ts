// What happened at an event, in a few words: to tell where two runs part.
import type { Locale } from '../../i18n/locale';
import { flagsText } from '../../trace/journeys';
import type { ActorId, Direction, Trace, TraceEvent } from '../../trace/trace';

/** Without an event, the run is over. */
type EventWords = (event: TraceEvent | undefined, trace: Trace) => string;

const actorsInEnglish: Readonly<Record<ActorId, string>> = {
  client: 'the client',
  clientStub: 'the client stub',
  clientTcp: 'the client’s TCP',
  link: 'the link',
  serverTcp: 'the server’s TCP',
  serverStub: 'the server stub',
  server: 'the server',
};

const actorsInChinese: Readonly<Record<ActorId, string>> = {
  client: '客户端',
  clientStub: '客户端存根',
  clientTcp: '客户端 TCP ',
  link: '网络',
  serverTcp: '服务端 TCP ',
  serverStub: '服务端存根',
  server: '服务端',
};

const en: EventWords = (event, trace) => {
  const packet = (id: number) => {
    const one = trace.packets[id];
    return `${flagsText(one)} to the ${one.direction === 'c2s' ? 'server' : 'client'}`;
  };
  const side = (direction: Direction) => (direction === 'c2s' ? 'request' : 'reply');
  switch (event?.type) {
    case undefined:
      return 'the run is over';
    case 'step':
      return `step ${event.step} begins`;
    case 'transition':
      return `${actorsInEnglish[event.actor]} becomes ${event.to}`;
    case 'encoded':
      return `the ${side(trace.messages[event.message].direction)} is written`;
    case 'control':
      return 'a control message is written';
    case 'decoded':
      return `the ${side(trace.messages[event.message].direction)} is read`;
    case 'sent':
      return `${packet(event.packet)} leaves`;
    case 'arrived':
      return `${packet(event.packet)} arrives`;
    case 'dropped':
      return `${packet(event.packet)} is lost`;
    case 'discarded':
      return `${packet(event.packet)} is thrown away`;
    case 'timer':
      return `a timer fires (${event.timer})`;
    case 'invoked':
      return `${event.method} is called`;
    case 'completed':
      return `${event.method} has ended`;
    case 'result':
      return 'the client has its result';
    case 'attempt failed':
      return 'an attempt has failed';
    case 'deduplicated':
      return `${event.method} is answered from the cache`;
    case 'still waiting':
      return 'the client waits for ever';
    default:
      return 'something else happens';
  }
};

const zhCN: EventWords = (event, trace) => {
  const packet = (id: number) => {
    const one = trace.packets[id];
    return `发往${one.direction === 'c2s' ? '服务端' : '客户端'}的 ${flagsText(one)} `;
  };
  const side = (direction: Direction) => (direction === 'c2s' ? '请求' : '应答');
  switch (event?.type) {
    case undefined:
      return '运行已结束';
    case 'step':
      return `第 ${event.step} 步开始`;
    case 'transition':
      return `${actorsInChinese[event.actor]}变为 ${event.to}`;
    case 'encoded':
      return `写出${side(trace.messages[event.message].direction)}`;
    case 'control':
      return '写出控制消息';
    case 'decoded':
      return `读入${side(trace.messages[event.message].direction)}`;
    case 'sent':
      return `${packet(event.packet)}发出`;
    case 'arrived':
      return `${packet(event.packet)}到达`;
    case 'dropped':
      return `${packet(event.packet)}丢失`;
    case 'discarded':
      return `${packet(event.packet)}被丢弃`;
    case 'timer':
      return `定时器触发（${event.timer}）`;
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
    default:
      return '发生了别的事';
  }
};

export const eventWords: Readonly<Record<Locale, EventWords>> = { en, 'zh-CN': zhCN };
