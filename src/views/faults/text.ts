// What goes wrong, in words: the packet's menu and the list of faults.
import { formatCount, formatMicros } from '../../i18n/format';
import type { Texts } from '../../i18n/locale';
import type { Impairments, Occasion, ServerFault, Way } from '../../scenario/faults';

export interface FaultTexts {
  /** Names the menu: `what` is its flags or its part of a message. */
  menu(number: number, what: string, direction: Way): string;
  readonly drop: string;
  readonly dropHint: string;
  /** Said when the key for dropping is pressed, and nothing is pointed at. */
  readonly dropWhat: string;
  delay(ms: number): string;
  readonly delayBy: string;
  readonly reorder: string;
  readonly reorderHint: string;
  readonly duplicate: string;
  readonly duplicateHint: string;
  readonly damage: string;
  readonly damageHint: string;
  readonly damageHidden: string;
  readonly damageHiddenHint: string;
  readonly flipBit: string;
  readonly flipBitHidden: string;
  readonly noHidden: string;
  readonly remove: string;
  readonly goThere: string;
  /** Said when a fault is placed, and when one is taken away. */
  placed(fault: string): string;
  removed(fault: string): string;
  readonly list: string;
  removeFault(fault: string): string;
  readonly noSuchPacket: string;
  /** From 1, of those that leave in its direction. */
  nthPacket(number: number): string;
  /** `packet`, and its connection, from 1, unless that is the first. */
  inConnection(packet: string, connection: number): string;
  readonly does: Readonly<Record<'drop' | 'reorder' | 'duplicate' | ServerFault['does'], string>>;
  delayed(by: number): string;
  flipped(bits: number): string;
  cut(from: number, until: number | undefined, direction: Way | undefined): string;
  stopsReading(host: 'client' | 'server', from: number, until: number | undefined): string;
  when(occasion: Occasion): string;
  lasts(micros: number | undefined): string;
  rate(what: keyof Impairments, value: number): string;
}

export const ARROWS: Readonly<Record<Way, string>> = { c2s: '→', s2c: '←' };
const percent = (share: number) => `${Math.round(share * 1e6) / 1e4} %`;

const english = (micros: number) => formatMicros(micros, 'en');
const chinese = (micros: number) => formatMicros(micros, 'zh-CN');

export const texts: Texts<FaultTexts> = {
  en: {
    menu: (number, what, direction) =>
      `Packet ${formatCount(number, 'en')}, ${what}, to the ${direction === 'c2s' ? 'server' : 'client'}`,
    drop: 'Drop it',
    dropHint: 'It gets lost halfway, and nobody is told',
    dropWhat: 'Point at a packet, or select one: D drops it.',
    delay: ms => `Delay it by ${ms} ms`,
    delayBy: 'Delay in milliseconds',
    reorder: 'Let the next one overtake it',
    reorderHint: 'It waits until the one behind it is through',
    duplicate: 'Duplicate it',
    duplicateHint: 'It comes out twice',
    damage: 'Damage one bit',
    damageHint: 'The checksum finds it',
    damageHidden: 'Damage two bits, unseen',
    damageHiddenHint: 'They cancel each other in the checksum',
    flipBit: 'Flip this bit in flight',
    flipBitHidden: 'Flip it, and another so that the checksum holds',
    noHidden: 'No other bit of the payload could hide it',
    remove: 'Let it pass again',
    goThere: 'Go to where it leaves',
    placed: fault => `From now on: ${fault}. Undo takes it back.`,
    removed: fault => `Taken away: ${fault}`,
    list: 'What goes wrong',
    removeFault: fault => `Remove: ${fault}`,
    noSuchPacket: 'no such packet in this run',
    nthPacket: number => `packet ${number}`,
    inConnection: (packet, connection) => (connection > 1 ? `${packet} of connection ${connection}` : packet),
    does: {
      drop: 'drop',
      reorder: 'overtaken',
      duplicate: 'duplicate',
      hang: 'server hangs',
      crash: 'server crashes',
      'power-off': 'server is off',
      unreachable: 'server unreachable',
    },
    delayed: by => `delay ${english(by)}`,
    flipped: bits => (bits === 1 ? 'flip a bit' : `flip ${bits} bits`),
    cut: (from, until, direction) =>
      `network cut ${direction ? `${ARROWS[direction]} ` : ''}${until === undefined ? `from ${english(from)}` : `${english(from)} to ${english(until)}`}`,
    stopsReading: (host, from, until) =>
      `${host} does not read ${until === undefined ? `from ${english(from)}` : `${english(from)} to ${english(until)}`}`,
    when: occasion =>
      'at' in occasion ? `at ${english(occasion.at)}` : `${occasion.phase} execution ${occasion.execution + 1}`,
    lasts: micros => (micros === undefined ? '' : ` for ${english(micros)}`),
    rate: (what, value) =>
      what === 'jitter'
        ? `jitter up to ${english(value)}`
        : `${{ loss: 'loss', duplication: 'duplication', reordering: 'reordering', corruption: 'damage' }[what]} ${percent(value)}`,
  },
  'zh-CN': {
    menu: (number, what, direction) =>
      `数据包 ${formatCount(number, 'zh-CN')}，${what}，发往${direction === 'c2s' ? '服务端' : '客户端'}`,
    drop: '丢弃',
    dropHint: '它在半路丢失，没有人得知',
    dropWhat: '先指向或选中一个数据包，按 D 将其丢弃。',
    delay: ms => `推迟 ${ms} 毫秒`,
    delayBy: '推迟的毫秒数',
    reorder: '让后一个超过它',
    reorderHint: '它等到后面的数据包通过',
    duplicate: '复制',
    duplicateHint: '它会到达两次',
    damage: '损坏一位',
    damageHint: '校验和会发现',
    damageHidden: '暗中损坏两位',
    damageHiddenHint: '它们在校验和中相互抵消',
    flipBit: '在途中翻转这一位',
    flipBitHidden: '翻转这一位和另一位，使校验和不变',
    noHidden: '载荷中没有能掩盖它的另一位',
    remove: '让它重新通过',
    goThere: '转到它发出的时刻',
    placed: fault => `从现在起：${fault}。可以撤销。`,
    removed: fault => `已去除：${fault}`,
    list: '出了什么错',
    removeFault: fault => `去除：${fault}`,
    noSuchPacket: '这次运行中没有这个数据包',
    nthPacket: number => `第 ${number} 个数据包`,
    inConnection: (packet, connection) => (connection > 1 ? `连接 ${connection} 的${packet}` : packet),
    does: {
      drop: '丢弃',
      reorder: '被超过',
      duplicate: '复制',
      hang: '服务端停滞',
      crash: '服务端崩溃',
      'power-off': '服务端断电',
      unreachable: '服务端不可达',
    },
    delayed: by => `推迟 ${chinese(by)}`,
    flipped: bits => `翻转 ${bits} 位`,
    cut: (from, until, direction) =>
      `网络中断 ${direction ? `${ARROWS[direction]} ` : ''}${until === undefined ? `从 ${chinese(from)} 起` : `${chinese(from)} 至 ${chinese(until)}`}`,
    stopsReading: (host, from, until) =>
      `${host === 'client' ? '客户端' : '服务端'}不读取：${until === undefined ? `从 ${chinese(from)} 起` : `${chinese(from)} 至 ${chinese(until)}`}`,
    when: occasion =>
      'at' in occasion
        ? `在 ${chinese(occasion.at)}`
        : `第 ${occasion.execution + 1} 次执行${occasion.phase === 'before' ? '之前' : '之后'}`,
    lasts: micros => (micros === undefined ? '' : `，持续 ${chinese(micros)}`),
    rate: (what, value) =>
      what === 'jitter'
        ? `抖动至多 ${chinese(value)}`
        : `${{ loss: '丢包', duplication: '重复', reordering: '乱序', corruption: '损坏' }[what]} ${percent(value)}`,
  },
};
