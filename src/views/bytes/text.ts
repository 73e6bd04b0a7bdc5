import { withChinese } from '../../i18n/locale';

export interface BytesTexts {
  title: Readonly<Record<'message' | 'content' | 'packet', (octets: string) => string>>;
  notWritten: Readonly<Record<'message' | 'content' | 'packet' | 'arrived', string>>;
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
  /** What pressing a bit is for; `bit` is counted from 0, the most significant first. */
  flip: (bit: number, value: string) => string;
  /** Of a bit that was flipped on the way. */
  flipped: string;
  copyHex: string;
  copyText: string;
  copied: (octets: string) => string;
  cannotCopy: string;
  hint: string;
  /** Where there is no pointer that can hover. */
  touchHint: string;
  nothing: string;
}

const en: BytesTexts = {
  title: {
    message: octets => `Message · ${octets} bytes`,
    content: octets => `Content · ${octets} bytes`,
    packet: octets => `Frame · ${octets} bytes`,
  },
  notWritten: {
    message: 'not written yet',
    content: 'not written yet',
    packet: 'not sent yet',
    arrived: 'not there yet',
  },
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
    http2: ['HTTP/2', 'frames'],
    hpack: ['HPACK', 'headers'],
    grpc: ['gRPC', 'prefix'],
    protobuf: ['Protobuf', 'message'],
    xml: ['XML', 'envelope'],
    'xml-rpc': ['XML', 'envelope'],
    json: ['JSON', 'envelope'],
    'json-rpc': ['JSON', 'envelope'],
    rest: ['JSON', 'envelope'],
    gzip: ['gzip'],
    dubbo: ['Dubbo', 'header'],
    'dubbo-body': ['Hessian 2'],
    'thrift-framed': ['Thrift', 'frame'],
    'thrift-binary': ['Thrift', 'binary'],
    'thrift-compact': ['Thrift', 'compact'],
    'thrift-json': ['Thrift', 'JSON'],
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
  flip: (bit, value) => `Bit ${bit}, ${value}: flip it in flight…`,
  flipped: 'flipped on the way',
  copyHex: 'Copy as hex',
  copyText: 'Copy as text',
  copied: octets => `Copied ${octets} bytes`,
  cannotCopy: 'The browser did not allow copying',
  hint: 'Point at a byte to see what it is; click to pin it.',
  touchHint: 'Tap a byte to see what it is.',
  nothing: 'No message yet.',
};

export const texts = withChinese(en, () => import('./text/zh-CN').then(module => module.zhCN));
