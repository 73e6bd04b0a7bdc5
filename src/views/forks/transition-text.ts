// What a change of a machine's state is, in a few words. A program's is told by what happens to it, a stub's by what it does from then on.
import type { Locale } from '../../i18n/locale';
import type { ActorId, TraceEvent } from '../../trace/trace';

type Transition = TraceEvent & { readonly type: 'transition' };
type Words = Readonly<Record<string, string>>;

const clientInEnglish: Words = {
  call: 'the client makes a call',
  return: 'the client has its result',
  finish: 'the client is done',
};

const serverInEnglish: Words = {
  call: 'the server executes the function',
  return: 'the function returns',
  throw: 'the function throws',
  hang: 'the server hangs',
  'go on': 'the server goes on',
  crash: 'the server crashes',
  'power off': 'the server’s host loses power',
  start: 'the server starts again',
};

const stubsInEnglish: Words = {
  idle: 'has nothing more to do',
  'backing off': 'waits before it tries again',
  'waiting for a connection': 'waits for a connection',
  marshalling: 'begins to marshal',
  connecting: 'opens a connection',
  sending: 'begins to send',
  'awaiting acknowledgment': 'waits for the acknowledgment',
  'awaiting reply': 'waits for the reply',
  receiving: 'begins to receive',
  unmarshalling: 'begins to unmarshal',
  calling: 'calls the function',
  'not running': 'ends with the server',
};

const clientInChinese: Words = { call: '客户端发起调用', return: '客户端得到结果', finish: '客户端完成' };

const serverInChinese: Words = {
  call: '服务端执行函数',
  return: '函数返回',
  throw: '函数抛出错误',
  hang: '服务端挂起',
  'go on': '服务端恢复运行',
  crash: '服务端崩溃',
  'power off': '服务端主机断电',
  start: '服务端重新启动',
};

const stubsInChinese: Words = {
  idle: '空闲下来',
  'backing off': '等待一段时间再重试',
  'waiting for a connection': '等待连接',
  marshalling: '开始编组',
  connecting: '打开连接',
  sending: '开始发送',
  'awaiting acknowledgment': '等待确认',
  'awaiting reply': '等待应答',
  receiving: '开始接收',
  unmarshalling: '开始解组',
  calling: '调用函数',
  'not running': '随服务端一起停止',
};

const en = ({ actor, event, to }: Transition): string => {
  const words: Readonly<Record<ActorId, string>> = {
    client: clientInEnglish[event],
    server: serverInEnglish[event],
    clientStub: `the client stub ${stubsInEnglish[to]}`,
    serverStub: `the server stub ${stubsInEnglish[to]}`,
    clientTcp: `the client’s TCP enters the state ${to}`,
    serverTcp: `the server’s TCP enters the state ${to}`,
    link: to === 'carrying' ? 'a packet is on its way' : 'no packet is on its way any more',
  };
  return words[actor];
};

const zhCN = ({ actor, event, to }: Transition): string => {
  const words: Readonly<Record<ActorId, string>> = {
    client: clientInChinese[event],
    server: serverInChinese[event],
    clientStub: `客户端存根${stubsInChinese[to]}`,
    serverStub: `服务端存根${stubsInChinese[to]}`,
    clientTcp: `客户端 TCP 进入 ${to} 状态`,
    serverTcp: `服务端 TCP 进入 ${to} 状态`,
    link: to === 'carrying' ? '有数据包在途' : '途中不再有数据包',
  };
  return words[actor];
};

export const transitionWords: Readonly<Record<Locale, (transition: Transition) => string>> = { en, 'zh-CN': zhCN };
