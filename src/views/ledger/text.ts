// What the ledger says.
import type { Texts } from '../../i18n/locale';
import type { Belief, LedgerAttempt, Verdict } from '../../trace/ledger';

export interface LedgerTexts {
  readonly noCalls: string;
  readonly recorded: string;
  batch(first: string, others: number): string;
  readonly clientBelieves: string;
  readonly serverExecuted: string;
  readonly beliefs: Readonly<Record<Belief | 'waits for ever', string>>;
  /** For those who do not see the sign. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Sentences of the client and of the server, and both together. */
  readonly believes: Readonly<Record<Belief | 'waits for ever', string>>;
  executed(times: number): string;
  isExecuting(times: number): string;
  both(believes: string, did: string, isContrary: boolean): string;
  times(times: number): string;
  readonly since: string;
  attemptsOf(call: string): string;
  readonly columns: readonly [number: string, sent: string, ended: string, server: string];
  readonly sent: string;
  readonly notSent: string;
  readonly endings: Readonly<Record<LedgerAttempt['ending'], string>>;
  readonly entered: string;
  readonly completed: string;
  readonly deduplicated: string;
  readonly nothingDone: string;
  readonly actors: Readonly<Record<'client' | 'clientStub' | 'serverStub' | 'server', string>>;
  /** States of the charts, by their own names; those that are missing keep these. */
  readonly states: Readonly<Record<string, string>>;
}

const often = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

export const texts: Texts<LedgerTexts> = {
  en: {
    noCalls: 'No call is made in this run.',
    recorded: 'A recording does not show what the server did: it is inferred from what was sent.',
    batch: (first, others) => `${first} and ${others} more in one message`,
    clientBelieves: 'The client believes',
    serverExecuted: 'The server executed it',
    beliefs: {
      'not made': 'nothing yet',
      waiting: 'it waits',
      answered: 'it was answered',
      failed: 'it failed',
      'waits for ever': 'it waits for ever',
    },
    verdicts: {
      open: 'not decided yet',
      agree: 'both agree',
      'failed but executed': 'they disagree',
      'executed again': 'they disagree',
    },
    believes: {
      'not made': 'The call has not been made yet.',
      waiting: 'The client waits for the answer.',
      answered: 'The client has its answer.',
      failed: 'The client believes that the call has failed.',
      'waits for ever': 'The client waits, and nothing will bring an answer any more.',
    },
    executed: times =>
      times === 0 ? 'The server has not executed the call.' : `The server executed the call ${often(times)}.`,
    isExecuting: times =>
      times === 0
        ? 'The server is executing the call.'
        : `The server executed the call ${often(times)}, and is executing it again.`,
    both: (believes, did, isContrary) =>
      isContrary ? `${believes} But ${did[0].toLowerCase()}${did.slice(1)}` : `${believes} ${did}`,
    times: times => `${times}×`,
    since: 'since',
    attemptsOf: call => `Attempts of ${call}`,
    columns: ['attempt', 'request', 'how it ended', 'what the server did'],
    sent: 'left at',
    notSent: 'has not left',
    endings: {
      'under way': 'under way since',
      answered: 'answered at',
      refused: 'connection refused at',
      unreachable: 'server unreachable at',
      'timed out': 'timed out at',
      reset: 'connection reset at',
      closed: 'connection closed at',
      superseded: 'superseded at',
      unreadable: 'reply unreadable at',
      'given up': 'given up at',
    },
    entered: 'entered at',
    completed: 'executed at',
    deduplicated: 'known key, answered as before at',
    nothingDone: 'nothing',
    actors: { client: 'client', clientStub: 'client stub', serverStub: 'server stub', server: 'server' },
    states: { 'has result': 'has result or error' },
  },
  'zh-CN': {
    noCalls: '这次运行没有发起调用。',
    recorded: '录制中看不到服务端做了什么，这里是由收发的内容推断的。',
    batch: (first, others) => `${first} 等 ${others + 1} 个调用，在一条消息里`,
    clientBelieves: '客户端认为',
    serverExecuted: '服务端执行了',
    beliefs: {
      'not made': '尚无',
      waiting: '在等待',
      answered: '已得到应答',
      failed: '调用失败',
      'waits for ever': '永远等待',
    },
    verdicts: {
      open: '尚无定论',
      agree: '双方一致',
      'failed but executed': '双方不一致',
      'executed again': '双方不一致',
    },
    believes: {
      'not made': '调用尚未发起。',
      waiting: '客户端在等待应答。',
      answered: '客户端已得到应答。',
      failed: '客户端认为调用失败了。',
      'waits for ever': '客户端还在等待，但不会再有应答到来。',
    },
    executed: times => (times === 0 ? '服务端没有执行这次调用。' : `服务端执行了 ${times} 次。`),
    isExecuting: times => (times === 0 ? '服务端正在执行这次调用。' : `服务端执行了 ${times} 次，并且正在再次执行。`),
    both: (believes, did, isContrary) => `${believes}${isContrary ? '但是' : ''}${did}`,
    times: times => `${times} 次`,
    since: '自',
    attemptsOf: call => `${call} 的各次尝试`,
    columns: ['尝试', '请求', '如何结束', '服务端做了什么'],
    sent: '发出于',
    notSent: '尚未发出',
    endings: {
      'under way': '进行中，自',
      answered: '得到应答于',
      refused: '连接被拒绝于',
      unreachable: '服务端不可达于',
      'timed out': '超时于',
      reset: '连接被重置于',
      closed: '连接被关闭于',
      superseded: '被另一次尝试取代于',
      unreadable: '应答无法解读于',
      'given up': '放弃于',
    },
    entered: '进入函数于',
    completed: '执行完于',
    deduplicated: '认出键，照先前的应答回复于',
    nothingDone: '无',
    actors: { client: '客户端', clientStub: '客户端存根', serverStub: '服务端存根', server: '服务端' },
    states: {
      idle: '空闲',
      waiting: '等待',
      'has result': '得到结果或错误',
      done: '完成',
      'backing off': '退避',
      'waiting for a connection': '等待连接',
      marshalling: '编组',
      connecting: '连接',
      sending: '发送',
      'awaiting acknowledgment': '等待确认',
      'awaiting reply': '等待应答',
      receiving: '接收',
      unmarshalling: '解组',
      executing: '执行',
    },
  },
};
