// ICMP 消息各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  icmp: {
    label: 'ICMP 消息',
    text: '路由器和主机之间关于数据包投递情况的通知。它像 TCP 一样被承载，但没有程序读取它。',
  },
  data: { label: '数据', text: '这一类型的消息承载的内容。' },
  type: { label: '类型', text: '消息说的是什么事。3：有一个数据包无法送达。' },
  code: { label: '代码', text: '原因。0：没有通往该网络的路；1：最后一个路由器找不到主机；3：端口上没有程序监听。' },
  checksum: { label: '校验和', text: '对整个消息计算的互联网校验和。' },
  unused: { label: '未用', text: '在这一类型的消息中为 0 的四个字节。' },
  'original datagram': {
    label: '原数据报',
    text: '无法送达的数据包的开头部分。发送方根据其中的端口找到它所属的连接。',
  },
};
