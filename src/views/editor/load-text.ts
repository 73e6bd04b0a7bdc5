// The words of the form that says how many calls are made.
import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  load: string;
  rounds: string;
  callers: string;
  workers: string;
  poolWanted: string;
  pool: string;
  hint: (calls: string) => string;
}> = {
  en: {
    load: 'How many',
    rounds: 'Rounds of all calls',
    callers: 'Calls at the same time, at most',
    workers: 'Requests that the server works on at the same time',
    poolWanted: 'Limit the connections of the client',
    pool: 'Connections at the same time, at most',
    hint: calls =>
      `${calls} calls altogether. When there are more than twenty, they are shown as a survey, and one at a time.`,
  },
  'zh-CN': {
    load: '调用数量',
    rounds: '全部调用重复的轮数',
    callers: '同时进行的调用上限',
    workers: '服务端同时处理的请求数',
    poolWanted: '限制客户端的连接数',
    pool: '同时打开的连接上限',
    hint: calls => `共 ${calls} 次调用。超过二十次时，以总览显示，并可逐个打开。`,
  },
};
