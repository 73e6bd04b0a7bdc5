// VLAN 标签各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  'tag control information': { label: '标签控制信息', text: '帧属于这条线路上的哪个虚拟网络，以及它的优先程度。' },
  PCP: { label: 'PCP', text: '优先级代码点：0 是普通流量，7 最优先。' },
  DEI: { label: 'DEI', text: '可丢弃指示：1 表示该帧可以先于其他帧被丢弃。' },
  VID: { label: 'VID', text: '虚拟网络的编号。' },
  type: { label: '类型', text: '标签之后的内容：0800 是 IPv4 数据包，86dd 是 IPv6 数据包。' },
};
