// IPv6 数据包各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  ipv6: { label: 'IPv6 数据包', text: '写有两台主机地址的信封，这里的地址有 128 位。' },
  data: { label: '数据', text: '数据包所承载的内容。' },
  'version, traffic class and flow label': {
    label: '版本、流量类别与流标签',
    text: '四个字节中的三个数：6、处理方式，以及区分不同流的标签。',
  },
  version: { label: '版本', text: '网际协议的版本：6。' },
  'traffic class': { label: '流量类别', text: '路由器应以怎样的优先级处理该数据包，以及是否遇到拥塞。' },
  'flow label': { label: '流标签', text: '属于同一个流的数据包相同；发送方不说明时为 0。' },
  'payload length': { label: '载荷长度', text: '此首部之后的字节数：{value}。' },
  'next header': { label: '下一个首部', text: '后面的内容：6 是 TCP，0、43 和 60 是扩展首部。' },
  'hop limit': { label: '跳数限制', text: '每个路由器将其减一，为零时丢弃数据包。' },
  'source address': { label: '源地址', text: '发送该数据包的主机。' },
  'destination address': { label: '目的地址', text: '应收到它的主机。' },
  'extension length': { label: '扩展首部长度', text: '扩展首部的长度，以八字节为单位，不计前八字节。' },
  'extension data': { label: '扩展首部数据', text: '扩展首部对路由器或目的主机说的内容。' },
};
