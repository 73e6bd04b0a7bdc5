// 环回首部各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  loopback: { label: '环回帧', text: '主机发给自己的数据包：没有链路层，因此首部只有一个数字。' },
  data: { label: '数据', text: '帧所承载的内容。' },
  'address family': {
    label: '地址族',
    text: '后面是哪种协议，编号取决于捕获的系统：2 是 IPv4，24、28 或 30 是 IPv6。字节序也取决于该系统。',
  },
};
