// What has become of a damaged frame and its fields, in words. Loaded with the first damaged frame.
import { formatOffset } from '../../i18n/format';
import type { Texts } from '../../i18n/locale';
import type { Damage } from '../../trace/damaged-frame';

type Checksum = Damage['checksums'][number];

const hex = (sum: number) => `0x${formatOffset(sum)}`;

interface DamageTexts {
  readonly report: string;
  readonly allHold: string;
  wrong(header: Checksum['header'], carried: number, right: number): string;
  /** Before the sentence of a problem; the place stands behind it. */
  readonly unreadableFrom: string;
  readonly unreadableElsewhere: string;
  readonly fate: Readonly<Record<Damage['fate'], string>>;
  /** Behind the value of a field, where there is little room. */
  sent(value: string): string;
  arrives(value: string): string;
  readonly holds: string;
  readonly endsHere: string;
  /** Below the explanation of a field. */
  flippedIn(bits: number, sent: string, arrived: string): string;
  checksum(checksum: Checksum): string;
  unreadable(offset: string, problem: string): string;
}

export const damageTexts: Texts<DamageTexts> = {
  en: {
    report: 'What became of the damaged frame',
    allHold: 'The checksums hold all the same: they do not notice what was flipped.',
    wrong: (header, carried, right) =>
      `The ${header} checksum ${hex(carried)} does not hold: it should be ${hex(right)}.`,
    unreadableFrom: 'It cannot be read on:',
    unreadableElsewhere: 'The message cannot be read, in another of its frames:',
    fate: {
      taken: 'The receiver takes it, damage and all.',
      checksum: 'The receiver throws it away without a word.',
      'other host': 'The addresses are not the receiver’s: it throws it away.',
      unreadable: 'The receiver cannot read its headers: it throws it away.',
      'no connection': 'The receiver has no connection that it belongs to: it throws it away.',
      closed: 'The receiver’s program has closed the connection: it is answered with RST.',
      unacceptable: 'The receiver’s TCP cannot take these numbers now: it throws it away.',
    },
    sent: value => `Sent as ${value}`,
    arrives: value => `Arrives as ${value}`,
    holds: 'holds',
    endsHere: 'cannot be read on',
    flippedIn: (bits, sent, arrived) =>
      `${bits === 1 ? 'One bit' : `${bits} bits`} of it flipped on the way: sent as ${sent}, arrived as ${arrived}.`,
    checksum: ({ carried, right, holds }) =>
      holds
        ? `It holds over what arrived: ${hex(carried)} is the right sum.`
        : `It does not hold: it carries ${hex(carried)}, but what arrived adds up to ${hex(right)}.`,
    unreadable: (offset, problem) => `From byte 0x${offset} on it cannot be read: ${problem}`,
  },
  'zh-CN': {
    report: '受损的帧后来怎样',
    allHold: '校验和仍然成立：它们没有发现翻转的位。',
    wrong: (header, carried, right) => `${header} 校验和 ${hex(carried)} 不成立，应为 ${hex(right)}。`,
    unreadableFrom: '无法继续读下去：',
    unreadableElsewhere: '消息无法读懂，问题在它的另一帧中：',
    fate: {
      taken: '接收方连同损坏一起收下。',
      checksum: '接收方一声不响地丢弃它。',
      'other host': '其中的地址不是接收方的，被丢弃。',
      unreadable: '接收方读不懂它的首部，将其丢弃。',
      'no connection': '接收方没有它所属的连接，将其丢弃。',
      closed: '接收方的程序已关闭连接，以 RST 应答。',
      unacceptable: '接收方的 TCP 此时不能接受这些序号，将其丢弃。',
    },
    sent: value => `发出时是 ${value}`,
    arrives: value => `到达时是 ${value}`,
    holds: '成立',
    endsHere: '从这里起无法读懂',
    flippedIn: (bits, sent, arrived) => `途中翻转了其中 ${bits} 位：发出时是 ${sent}，到达时是 ${arrived}。`,
    checksum: ({ carried, right, holds }) =>
      holds
        ? `对到达的内容仍然成立：${hex(carried)} 正是应有的值。`
        : `不成立：帧中是 ${hex(carried)}，而到达的内容应为 ${hex(right)}。`,
    unreadable: (offset, problem) => `从字节 0x${offset} 起无法读懂：${problem}`,
  },
};
