import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  title: Readonly<Record<'message' | 'content' | 'packet', (octets: string) => string>>;
  notWritten: Readonly<Record<'message' | 'content' | 'packet', string>>;
  changed: (octets: number) => string;
  shows: string;
  show: Readonly<Record<'message' | 'content' | 'packet', string>>;
  showTitle: Readonly<Record<'message' | 'content' | 'packet', string>>;
  envelopes: string;
  /** What a format's envelope is called: its name, and a word that may be left out. */
  formats: Readonly<Record<string, readonly [name: string, word?: string]>>;
  values: (count: number) => string;
  /** `own` is without what is inside. */
  envelope: (name: string, whole: string, own: string) => string;
  octets: (count: string) => string;
  dump: string;
  keys: string;
  range: (from: string, to: string) => string;
  bits: string;
  copyHex: string;
  copyText: string;
  copied: (octets: string) => string;
  cannotCopy: string;
  hint: string;
  /** Where there is no pointer that can hover. */
  touchHint: string;
  nothing: string;
}> = {
  en: {
    title: {
      message: octets => `Message · ${octets} bytes`,
      content: octets => `Content · ${octets} bytes`,
      packet: octets => `Frame · ${octets} bytes`,
    },
    notWritten: { message: 'not written yet', content: 'not written yet', packet: 'not sent yet' },
    changed: octets => (octets === 1 ? '1 byte changed' : `${octets} bytes changed`),
    shows: 'Show the bytes of',
    show: { message: 'Message', content: 'Content', packet: 'Frame' },
    showTitle: {
      message: 'The message as the stub writes it',
      content: 'What the body stands for, decompressed and in one piece',
      packet: 'The Ethernet frame that carries it',
    },
    envelopes: 'Envelopes, from the outermost inwards',
    formats: {
      ethernet: ['Ethernet'],
      ipv4: ['IPv4'],
      tcp: ['TCP'],
      http1: ['HTTP', 'head'],
      xml: ['XML', 'envelope'],
      'xml-rpc': ['XML', 'envelope'],
      json: ['JSON', 'envelope'],
      'json-rpc': ['JSON', 'envelope'],
      gzip: ['gzip'],
      bytes: ['unknown'],
    },
    values: count => `${count} values`,
    envelope: (name, whole, own) =>
      whole === own ? `${name}, ${whole} bytes` : `${name}, ${whole} bytes, ${own} its own`,
    octets: count => `${count} B`,
    dump: 'Hex dump',
    keys: 'Arrow keys go by byte and row, with Ctrl by field. Shift extends. Enter pins, Escape lets go.',
    range: (from, to) => (from === to ? `byte ${from}` : `bytes ${from} to ${to}`),
    bits: 'Bits',
    copyHex: 'Copy as hex',
    copyText: 'Copy as text',
    copied: octets => `Copied ${octets} bytes`,
    cannotCopy: 'The browser did not allow copying',
    hint: 'Point at a byte to see what it is; click to pin it.',
    touchHint: 'Tap a byte to see what it is.',
    nothing: 'No message yet.',
  },
  'zh-CN': {
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
  },
};
