// TCP 报文段各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  tcp: { label: 'TCP 报文段', text: '两个程序之间可靠字节流的一段，附有双方重新拼接字节流所需的信息。' },
  payload: {
    label: '载荷',
    text: '字节流中的 {length} 个字节。TCP 不知道消息从哪里开始、到哪里结束：那是上一层的事。',
  },
  'source port': { label: '源端口', text: '发送主机上的程序：{value}。客户端的每个连接由系统分配一个端口。' },
  'destination port': { label: '目的端口', text: '接收主机上的程序：{value}。服务端在众所周知的端口上监听。' },
  'sequence number': {
    label: '序列号',
    text: '载荷首字节在字节流中的位置。它从一个随机数开始，由 SYN 宣布，SYN 自身占用一个序号。',
  },
  'acknowledgment number': {
    label: '确认号',
    text: '本报文段发送方期待的下一个字节：此前的都已到达。仅当 ACK 位为 1 时有意义。',
  },
  'data offset and control bits': {
    label: '数据偏移与控制位',
    text: '前四位是首部长度，其后每一位表示报文段的一种含义。',
  },
  'data offset': { label: '数据偏移', text: '以四字节为单位的首部长度，即载荷开始的位置。' },
  reserved: { label: '保留位', text: '必须为 0。' },
  CWR: { label: 'CWR，拥塞窗口已减小', text: '发送方得知拥塞后已放慢速度。' },
  ECE: { label: 'ECE，ECN 回显', text: '接收方看到了拥塞标记。' },
  URG: { label: 'URG，紧急', text: '紧急指针有效。如今几乎不用。' },
  ACK: { label: 'ACK，确认', text: '确认号有效。除第一个报文段外都置位。' },
  PSH: { label: 'PSH，推送', text: '一次写入的末尾：接收方应立即把数据交给程序，不再等待更多数据。' },
  RST: { label: 'RST，复位', text: '立即中断连接。' },
  SYN: { label: 'SYN，同步', text: '建立连接：序列号是初始序列号，并占用一个序号。' },
  FIN: { label: 'FIN，结束', text: '发送方不再发送数据。它占用一个序号；对方仍可继续发送。' },
  window: {
    label: '窗口',
    text: '本报文段的发送方还能接收多少字节：{value}，需按其 SYN 中的位数左移。SYN 自身的窗口不移位。',
  },
  checksum: {
    label: '校验和',
    text: '报文段与伪首部（双方地址、协议号和长度）所有 16 位字之和的反码。',
  },
  'urgent pointer': { label: '紧急指针', text: 'URG 置位时，指出紧急数据的末尾。' },
  options: { label: '选项', text: '双方在固定首部之外的约定，填充到四字节的整数倍。' },
  'end of option list': { label: '选项表结束', text: '没有更多选项：后面是填充。' },
  'no-operation': { label: '无操作', text: '一个字节的填充，使下一个选项对齐到四的倍数。' },
  'maximum segment size': { label: '最大报文段长度', text: '只出现在 SYN 中：其发送方能接收的最大报文段。' },
  MSS: { label: 'MSS', text: '{value} 字节：网络的最大数据包减去 IPv4 和 TCP 首部的 40 字节。' },
  'window scale': {
    label: '窗口扩大',
    text: '只出现在 SYN 中：16 位窗口不够高速网络使用，因此其发送方的窗口表示倍数。',
  },
  'shift count': { label: '移位数', text: '这一方的窗口值应左移 {value} 位。' },
  'SACK permitted': {
    label: '允许 SACK',
    text: '只出现在 SYN 中：其发送方懂得选择性确认，即丢失之后仍能说明哪些后续数据已到达。',
  },
  SACK: {
    label: 'SACK，选择性确认',
    text: '缺口之后已到达的数据，用最多四个数据块表示。对方不必重发这些字节。',
  },
  'left edge of block': { label: '数据块左边界', text: '数据块第一个字节的序列号：{value}。' },
  'right edge of block': { label: '数据块右边界', text: '数据块之后那个字节的序列号：{value}。' },
  timestamps: {
    label: '时间戳',
    text: '发送方的时钟，以及最近看到的对方时钟值：用来测量往返时间，并区分新旧报文段。',
  },
  TSval: { label: 'TSval', text: '本报文段发送方的时钟，从随机起点开始的毫秒数。' },
  TSecr: { label: 'TSecr', text: '对方最近一次的 TSval；第一个报文段中为 0。' },
  'other option': { label: '其他选项', text: '本程序不认识的选项。' },
  'option kind': { label: '种类', text: '指明这是哪个选项。' },
  'option length': { label: '长度', text: '选项的字节数（含种类与长度）：{value}。' },
  'option data': { label: '选项数据', text: '选项的内容。' },
};
