// IPv4 数据包各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  ipv4: { label: 'IPv4 数据包', text: '写有双方主机地址的信封：路由器据此把数据包转发到其他网络。' },
  data: { label: '数据', text: '数据包承载的内容。' },
  'version and header length': {
    label: '版本与首部长度',
    text: '一个字节放两个四位数：45 表示版本 4、首部长五个 32 位字。',
  },
  version: { label: '版本', text: '网际协议的版本：4。' },
  IHL: { label: 'IHL', text: '以四字节为单位的首部长度：5 即 20 字节，是没有选项时的长度。' },
  'DS field and ECN': {
    label: 'DS 字段与 ECN',
    text: '路由器应以何种优先级处理该数据包，以及途中是否遇到拥塞。它过去叫“服务类型”。',
  },
  DSCP: { label: 'DSCP', text: '区分服务码点：0 表示普通的尽力而为传送。' },
  ECN: { label: 'ECN', text: '显式拥塞通知：0 表示发送方不参与。' },
  'total length': { label: '总长度', text: '整个数据包（含本首部）的字节数：{value}。' },
  identification: {
    label: '标识',
    text: '用来区分不同数据包的分片。Linux 在一个连接内递增，SYN-ACK 中则写 0。',
  },
  'flags and fragment offset': {
    label: '标志与片偏移',
    text: '三位分片标志和本分片的位置：4000 表示不允许分片的完整数据包。',
  },
  reserved: { label: '保留位', text: '必须为 0。' },
  DF: { label: 'DF，不分片', text: '路由器不得切分，过大时应回报。TCP 置此位来探测路径能承载的最大数据包。' },
  MF: { label: 'MF，更多分片', text: '同一数据包后面还有分片。' },
  'fragment offset': { label: '片偏移', text: '本分片在数据包中的位置，以 8 字节为单位。' },
  'time to live': { label: '生存时间', text: '每过一个路由器减一，减到 0 即丢弃，以免无限循环。Linux 从 64 开始。' },
  protocol: { label: '协议', text: '数据包承载的内容：6 表示 TCP。' },
  'header checksum': {
    label: '首部校验和',
    text: '首部各 16 位字之和的反码：把所有字连同它一起相加，若无损坏则得 ffff。',
  },
  'source address': { label: '源地址', text: '发送该数据包的主机：{value}。' },
  'destination address': { label: '目的地址', text: '应收到该数据包的主机：{value}。' },
  options: { label: '选项', text: '首部中很少使用的附加内容，填充到四字节的整数倍。' },
};
