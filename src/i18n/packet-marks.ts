// What is remarkable about a packet, in a word or two (trace/marks.ts): the same words wherever packets are drawn or listed.
import type { Texts } from './locale';

type MarkTexts = Readonly<
  Record<
    | 'lost'
    | 'late'
    | 'copy'
    | 'damaged'
    | 'discarded'
    | 'again'
    | 'retransmission timeout'
    | 'fast retransmit'
    | 'window probe'
    | 'keep-alive'
    | 'challenge'
    | 'refusal',
    string
  >
>;

export const markTexts: Texts<MarkTexts> = {
  en: {
    lost: 'lost',
    late: 'late',
    copy: 'copy',
    damaged: 'damaged',
    discarded: 'thrown away',
    again: 'again',
    'retransmission timeout': 'again: timer',
    'fast retransmit': 'again: fast',
    'window probe': 'window probe',
    'keep-alive': 'keep-alive',
    challenge: 'challenge',
    refusal: 'refusal',
  },
  'zh-CN': {
    lost: '丢失',
    late: '迟到',
    copy: '副本',
    damaged: '损坏',
    discarded: '被丢弃',
    again: '重复',
    'retransmission timeout': '重传：超时',
    'fast retransmit': '快速重传',
    'window probe': '窗口探测',
    'keep-alive': '保活',
    challenge: '质询',
    refusal: '拒绝',
  },
};
