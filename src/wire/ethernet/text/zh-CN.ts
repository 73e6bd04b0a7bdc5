// 以太网帧各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  ethernet: {
    label: '以太网帧',
    text: '最外层的信封：把数据包从一块网卡送到下一块网卡。末尾的帧校验序列由网卡处理，这里看不到。',
  },
  data: { label: '数据与填充', text: '帧所承载的内容，或为凑足最小长度而填充的零。' },
  'destination address': {
    label: '目的地址',
    text: '应接收该帧的网卡。首字节的次低位为 1，表示地址由本地指定，而非厂商分配。',
  },
  'source address': { label: '源地址', text: '发送该帧的网卡。' },
  type: { label: '类型', text: '帧承载的内容：0800 表示 IPv4 数据包。' },
};
