import type { Texts } from '../../i18n/locale';
import type { CallOrder } from '../../survey/call-order';
import type { Ending } from '../../survey/survey';

export const texts: Texts<{
  kicker: (calls: string, packets: string, events: string) => string;
  headline: (ended: string, calls: string) => string;
  sentence: (underWay: string, notBegun: string, failed: string) => string;
  place: string;
  placeText: (time: string, ended: string) => string;
  play: string;
  pause: string;
  histogram: string;
  histogramSays: (ended: string, median: string | undefined, longest: string | undefined) => string;
  latency: (logarithmic: boolean) => string;
  scatter: string;
  scatterHint: string;
  begins: string;
  endings: Readonly<Record<Ending, string>>;
  quantiles: readonly [string, string, string, string];
  count: string;
  repeated: string;
  figures: string;
  call: (number: string) => string;
  slowest: string;
  firstFailed: string;
  firstRepeated: string;
  list: string;
  order: string;
  orders: Readonly<Record<CallOrder, string>>;
  none: string;
  columns: Readonly<Record<'number' | 'method' | 'start' | 'latency' | 'ending' | 'attempts' | 'executions', string>>;
  csv: string;
  pcapng: string;
  note: string;
}> = {
  en: {
    kicker: (calls, packets, events) => `${calls} calls · ${packets} packets · ${events} events`,
    headline: (ended, calls) => `${ended} of ${calls} calls have ended`,
    sentence: (underWay, notBegun, failed) =>
      `${underWay} under way, ${notBegun} not made yet. Without a result: ${failed}.`,
    place: 'Moment of the whole run',
    placeText: (time, ended) => `${time}, ${ended} calls have ended`,
    play: 'Watch all calls',
    pause: 'Pause',
    histogram: 'How long the calls took',
    histogramSays: (ended, median, longest) =>
      median === undefined
        ? 'No call has ended yet.'
        : `Of ${ended} calls that have ended, half took ${median} at most; the longest took ${longest}.`,
    latency: logarithmic => (logarithmic ? 'time from call to result, logarithmic' : 'time from call to result'),
    scatter: 'Each call: click one to open it',
    scatterHint: 'When it was made, and how long it took. The list below says the same.',
    begins: 'when it was made',
    endings: {
      result: 'result',
      error: 'error from the server',
      'timed out': 'timed out',
      failed: 'no answer',
      cancelled: 'cancelled',
      waiting: 'still waiting',
    },
    quantiles: ['half took at most', '90 % at most', '99 % at most', 'the longest'],
    count: 'Calls',
    repeated: 'executed more than once',
    figures: 'Figures at this moment',
    call: number => `Call ${number}`,
    slowest: 'Open the slowest',
    firstFailed: 'Open the first without a result',
    firstRepeated: 'Open the first executed more than once',
    list: 'Calls',
    order: 'Show',
    orders: {
      number: 'all, in order',
      slowest: 'the slowest first',
      failed: 'without a result',
      repeated: 'executed more than once',
    },
    none: 'No call is like that.',
    columns: {
      number: 'No.',
      method: 'Method',
      start: 'Made at',
      latency: 'Took',
      ending: 'Ended with',
      attempts: 'Attempts',
      executions: 'Executed',
    },
    csv: 'Calls as CSV',
    pcapng: 'All packets as pcapng',
    note: 'A call that is open shows its own packets, what happened to them, and TCP’s acknowledgments of them. What the other calls send meanwhile is counted, not drawn.',
  },
  'zh-CN': {
    kicker: (calls, packets, events) => `${calls} 次调用 · ${packets} 个数据包 · ${events} 个事件`,
    headline: (ended, calls) => `${calls} 次调用中已结束 ${ended} 次`,
    sentence: (underWay, notBegun, failed) =>
      `${underWay} 次进行中，${notBegun} 次尚未发起。没有得到结果的：${failed} 次。`,
    place: '整次运行的时刻',
    placeText: (time, ended) => `${time}，已结束 ${ended} 次调用`,
    play: '播放全部调用',
    pause: '暂停',
    histogram: '各次调用用了多久',
    histogramSays: (ended, median, longest) =>
      median === undefined
        ? '还没有调用结束。'
        : `已结束的 ${ended} 次调用中，一半用时不超过 ${median}；最长的用了 ${longest}。`,
    latency: logarithmic => (logarithmic ? '从调用到得到结果的时间（对数刻度）' : '从调用到得到结果的时间'),
    scatter: '每次调用：点击即可打开',
    scatterHint: '何时发起，用了多久。下方列表内容相同。',
    begins: '发起时刻',
    endings: {
      result: '得到结果',
      error: '服务端报错',
      'timed out': '超时',
      failed: '没有应答',
      cancelled: '已取消',
      waiting: '仍在等待',
    },
    quantiles: ['一半不超过', '90 % 不超过', '99 % 不超过', '最长'],
    count: '调用',
    repeated: '执行超过一次',
    figures: '此刻的数字',
    call: number => `第 ${number} 次调用`,
    slowest: '打开最慢的一次',
    firstFailed: '打开第一次没有结果的',
    firstRepeated: '打开第一次执行超过一次的',
    list: '调用',
    order: '显示',
    orders: { number: '全部，按顺序', slowest: '最慢的在前', failed: '没有结果的', repeated: '执行超过一次的' },
    none: '没有这样的调用。',
    columns: {
      number: '序号',
      method: '方法',
      start: '发起时刻',
      latency: '用时',
      ending: '结局',
      attempts: '尝试',
      executions: '执行',
    },
    csv: '调用导出为 CSV',
    pcapng: '全部数据包导出为 pcapng',
    note: '打开的调用显示它自己的数据包、这些数据包的经过，以及 TCP 对它们的确认。其他调用同时发送的内容只计数，不绘制。',
  },
};
