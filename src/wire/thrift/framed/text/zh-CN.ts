// Thrift 分帧传输各字段的中文说明，依据 doc/specs/thrift-rpc.md。
import type { Explanation } from '../../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  frame: { label: '帧', text: '一条消息，前面写有长度。服务器可以等整条消息到齐之后再解读它。' },
  length: { label: '帧长', text: '后面的消息占 {value} 字节，这四个字节不计在内。' },
};
