// Titles and descriptions of the ways for a call to survive, in every language.
import type { PolicyPresetId } from './policy-presets';

/** What is said about a way. */
interface PolicyPresetText {
  readonly title: string;
  readonly description: string;
}

const en = {
  library: {
    title: 'As the library does',
    description: 'No timeout, and only those retries that the protocol’s own library makes.',
  },
  'at-most-once': {
    title: 'At most once',
    description: 'Tried again only when the server surely has not got it. It may not be executed at all.',
  },
  'at-least-once': {
    title: 'At least once',
    description: 'Tried again after any failure. It may be executed more than once.',
  },
  'exactly-once': {
    title: 'Exactly-once effect',
    description: 'Tried again after any failure, under a key by which the server knows the call: it takes effect once.',
  },
} satisfies Record<PolicyPresetId, PolicyPresetText>;

export const POLICY_PRESET_TEXTS = {
  en,
  'zh-CN': {
    library: { title: '按库的做法', description: '没有超时，只有协议的库自己会做的重试。' },
    'at-most-once': {
      title: '至多一次',
      description: '只有服务端肯定没有收到时才重试。可能一次也没有执行。',
    },
    'at-least-once': { title: '至少一次', description: '任何失败之后都重试。可能执行不止一次。' },
    'exactly-once': {
      title: '恰好一次的效果',
      description: '任何失败之后都重试，并带上键，服务端凭键认出这次调用：效果只产生一次。',
    },
  },
} as const satisfies Record<string, Record<PolicyPresetId, PolicyPresetText>>;
