// 字节窗格的中文文字。
import type { BytesTexts } from '../text';

export const zhCN: BytesTexts = {
  title: {
    message: octets => `消息 · ${octets} 字节`,
    content: octets => `内容 · ${octets} 字节`,
    packet: octets => `帧 · ${octets} 字节`,
  },
  notWritten: { message: '尚未写出', content: '尚未写出', packet: '尚未发送' },
  changed: octets => `${octets} 个字节已变`,
  shows: '显示哪里的字节',
  show: { message: '消息', content: '内容', packet: '帧' },
  showTitle: {
    message: '存根写出的消息',
    content: '消息体解压、拼接后的内容',
    packet: '承载它的以太网帧',
  },
  envelopes: '层层信封，由外向内',
  formats: {
    ethernet: ['以太网'],
    ipv4: ['IPv4'],
    tcp: ['TCP'],
    http1: ['HTTP', '首部'],
    xml: ['XML', '信封'],
    'xml-rpc': ['XML', '信封'],
    json: ['JSON', '信封'],
    'json-rpc': ['JSON', '信封'],
    rest: ['JSON', '信封'],
    gzip: ['gzip'],
    bytes: ['未知'],
  },
  values: count => `${count} 个值`,
  envelope: (name, whole, own) =>
    whole === own ? `${name}，${whole} 字节` : `${name}，共 ${whole} 字节，自身 ${own} 字节`,
  octets: count => `${count} B`,
  dump: '十六进制转储',
  keys: '方向键按字节和行移动，加 Ctrl 按字段移动，加 Shift 扩展选区；回车键固定，Esc 取消。',
  range: (from, to) => (from === to ? `第 ${from} 字节` : `第 ${from} 至 ${to} 字节`),
  bits: '比特',
  copyHex: '复制为十六进制',
  copyText: '复制为文本',
  copied: octets => `已复制 ${octets} 字节`,
  cannotCopy: '浏览器不允许复制',
  hint: '指向一个字节，看看它是什么；单击可固定。',
  touchHint: '轻点一个字节，看看它是什么。',
  nothing: '还没有消息。',
};
