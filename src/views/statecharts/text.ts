// What the statecharts say. The names of states, events and guards are the machines' own; TCP's are those of RFC 9293 in every language.
import type { Texts } from '../../i18n/locale';
import { en as enStates, zhCN as zhStates } from './state-text';
import type { ChartId } from './stream-charts';

/** A state in words: its name on the drawing, and one sentence about what it means. */
export interface StateText {
  readonly label: string;
  readonly text: string;
}

export interface StatechartTexts {
  readonly actors: Readonly<Record<ChartId, string>>;
  readonly states: Readonly<Record<ChartId, Readonly<Record<string, StateText>>>>;
  /** Names of events and guards where they read differently from the machine's own. */
  readonly names: Readonly<Record<string, string>>;
  readonly chooseActor: string;
  readonly follow: string;
  readonly followHint: string;
  readonly mostStates: string;
  readonly or: string;
  readonly after: (delay: string) => string;
  readonly done: string;
  readonly notYet: string;
  readonly because: {
    readonly arrived: (segment: string) => string;
    readonly timer: (name: string) => string;
    readonly transition: (actor: string, state: string) => string;
  };
  readonly previous: string;
  readonly next: string;
  readonly listTitle: string;
  readonly current: string;
  readonly visited: string;
  readonly neverEntered: string;
  readonly goTo: (state: string) => string;
  readonly chartOf: (actor: string) => string;
  readonly drawing: (actor: string, states: number, current: string, visited: string) => string;
}

export const texts: Texts<StatechartTexts> = {
  en: {
    actors: {
      client: 'Client',
      clientStub: 'Client stub',
      clientTcp: 'Client TCP',
      link: 'Network',
      serverTcp: 'Server TCP',
      serverStub: 'Server stub',
      server: 'Server',
      clientStream: 'Stream, client',
      serverStream: 'Stream, server',
    },
    states: enStates,
    names: {},
    chooseActor: 'Whose states to show',
    follow: 'Follow',
    followHint: 'Show whoever does the work of the step',
    mostStates: 'most states:',
    or: 'or ',
    after: delay => `after ${delay}`,
    done: 'done',
    notYet: 'It has not moved yet.',
    because: {
      arrived: segment => `segment ${segment} came in`,
      timer: name => `timer ${name} ran out`,
      transition: (actor, state) => `${actor} went to ${state}`,
    },
    previous: 'Its last change of state',
    next: 'Its next change of state',
    listTitle: 'All states in words',
    current: 'now',
    visited: 'visited',
    neverEntered: 'not in this run',
    goTo: state => `Go to where ${state} is entered next`,
    chartOf: actor => `Statechart of ${actor}`,
    drawing: (actor, states, current, visited) =>
      `Statechart of ${actor}: ${states} states, now in ${current}; visited: ${visited}. The states are listed in words below.`,
  },
  'zh-CN': {
    actors: {
      client: '客户端',
      clientStub: '客户端存根',
      clientTcp: '客户端 TCP',
      link: '网络',
      serverTcp: '服务端 TCP',
      serverStub: '服务端存根',
      server: '服务端',
      clientStream: '客户端的流',
      serverStream: '服务端的流',
    },
    states: zhStates,
    names: {
      call: '调用',
      return: '返回',
      finish: '全部调用完成',
      throw: '抛出异常',
      marshalled: '编组完成',
      unmarshalled: '解组完成',
      connected: '已连接',
      sent: '已交给 TCP',
      acknowledged: '已被确认',
      returned: '服务返回',
      'octets arrive': '字节到达',
      'reply complete': '应答完整',
      'request complete': '请求完整',
      'connection lost': '连接断开',
      'given up': '放弃等待',
      'try later': '稍后重试',
      'connection free': '有空闲连接',
      'put aside': '先放一边',
      hang: '停住',
      'go on': '继续运行',
      crash: '崩溃',
      'power off': '断电',
      start: '启动',
      'packet enters': '有数据包进入',
      'link empties': '数据包都已到达',
      'a connection is there': '有连接可用',
      'a connection is open': '连接已建立',
      'a reply is wanted': '需要应答',
      'a call is left to make': '还有调用',
      'a reply is due': '应当应答',
      'opened passively': '由被动打开而来',
      else: '否则',
    },
    chooseActor: '选择要看谁的状态',
    follow: '跟随',
    followHint: '显示当前步骤中正在工作的一方',
    mostStates: '多数状态：',
    or: '或 ',
    after: delay => `${delay} 之后`,
    done: '结束',
    notYet: '它还没有变化过。',
    because: {
      arrived: segment => `收到报文段 ${segment}`,
      timer: name => `定时器 ${name} 到期`,
      transition: (actor, state) => `${actor}进入了 ${state}`,
    },
    previous: '它上一次的状态变化',
    next: '它下一次的状态变化',
    listTitle: '用文字列出所有状态',
    current: '当前',
    visited: '到过',
    neverEntered: '本次运行未到',
    goTo: state => `转到下一次进入 ${state} 的时刻`,
    chartOf: actor => `${actor}的状态图`,
    drawing: (actor, states, current, visited) =>
      `${actor}的状态图：共 ${states} 个状态，当前为 ${current}；到过：${visited}。下方用文字列出了所有状态。`,
  },
};
