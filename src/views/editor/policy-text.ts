// The words of the form that says how a call survives.
import type { Texts } from '../../i18n/locale';
import type { CallPolicy } from '../../scenario/policy';

const en = {
  legend: 'How a call survives',
  own: 'These are settings of your own.',
  timeout: { wanted: 'Each attempt has a timeout', ms: 'Timeout of an attempt (ms)' },
  deadline: { wanted: 'The whole call has a deadline', ms: 'Deadline after (ms)' },
  retry: 'Failed attempts are made again',
  attempts: 'Attempts at most',
  backoff: 'First pause (ms)',
  factor: 'Each pause is longer by the factor',
  maxBackoff: 'Longest pause (ms)',
  jitter: 'Pauses are drawn at random up to their length (jitter)',
  evenIfExecuted: 'Even if the server may have executed the call',
  budgeted: 'Retries have a budget',
  budget: 'Retries per 100 calls, after the first 10',
  hedge: 'A second attempt is made while the first still waits (hedging)',
  hedgeAfter: 'After (ms)',
  hedgeAttempts: 'Attempts at most, hedging',
  deduplication: 'The server knows a repeated call',
  deduplications: {
    none: 'not at all',
    memory: 'by its key, until it crashes',
    durable: 'by its key, stored with the effect',
  } satisfies Record<CallPolicy['deduplication'], string>,
};

export const texts: Texts<typeof en> = {
  en,
  'zh-CN': {
    legend: '调用如何挺过故障',
    own: '这是您自己的设置。',
    timeout: { wanted: '每次尝试有超时', ms: '一次尝试的超时（毫秒）' },
    deadline: { wanted: '整个调用有截止时间', ms: '截止时间（毫秒后）' },
    retry: '失败后重试',
    attempts: '最多尝试次数',
    backoff: '第一次停顿（毫秒）',
    factor: '每次停顿延长的倍数',
    maxBackoff: '最长停顿（毫秒）',
    jitter: '停顿在其长度内随机选取（抖动）',
    evenIfExecuted: '即使服务端可能已经执行',
    budgeted: '重试有预算',
    budget: '前 10 次之后，每 100 个调用可重试次数',
    hedge: '第一次尝试还在等待时再发起一次（对冲）',
    hedgeAfter: '间隔（毫秒）',
    hedgeAttempts: '对冲时最多尝试次数',
    deduplication: '服务端能否认出重复的调用',
    deduplications: { none: '不能', memory: '凭键认出，直到崩溃', durable: '凭键认出，键与效果一起保存' },
  },
};
