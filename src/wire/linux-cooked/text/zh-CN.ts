// Linux cooked 首部各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  'linux-cooked': {
    label: 'Linux cooked 帧',
    text: '在 Linux 的所有接口上捕获时，用它代替真实的链路层首部：它从未出现在线路上。',
  },
  data: { label: '数据与填充', text: '帧所承载的内容。' },
  'packet type': { label: '包类型', text: '数据包的去向：0 发往本机，1 广播，2 组播，3 发往其他主机，4 由本机发出。' },
  'ARPHRD type': { label: 'ARPHRD 类型', text: 'Linux 对接口种类的编号：1 是以太网，772 是环回接口。' },
  'address length': { label: '地址长度', text: '发送方地址的有效字节数：{value}。' },
  'link-layer address': { label: '链路层地址', text: '发送方在链路层的地址，以零补足。' },
  'protocol type': { label: '协议类型', text: '帧承载的内容：0800 是 IPv4 数据包，86dd 是 IPv6 数据包。' },
  reserved: { label: '保留', text: '为零，留待以后使用。' },
  'interface index': { label: '接口编号', text: '看到该数据包的接口的编号。' },
};
