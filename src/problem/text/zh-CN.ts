// 每个问题的中文句子。`{name}` 会替换为同名参数。
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, string>> = {
  'bytes.unexpected-end': '报文在 {available} 字节后结束，但还需要 {wanted} 字节。',
};
