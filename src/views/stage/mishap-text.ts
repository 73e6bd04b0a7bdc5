// What goes wrong on the way, and what TCP does about it, in sentences. Loaded with the first run in which something does.
import { formatCount, formatMicros } from '../../i18n/format';
import type { Locale, Texts } from '../../i18n/locale';
import { flagsText } from '../../trace/journeys';
import type { Mishap, RunOutTimer } from '../../trace/mishaps';
import type { DropReason, Packet } from '../../trace/trace';

interface MishapTexts {
  tell(mishap: Mishap): string;
  /** At the place where a packet ends. */
  readonly wreck: Readonly<Record<DropReason, string>>;
}

/** `SYN ACK`, or the segment with so many bytes. */
function nameOf(packet: Packet, locale: Locale, segmentOf: (octets: string) => string): string {
  const { length } = packet.segment;
  return length > 0 ? segmentOf(formatCount(length, locale)) : flagsText(packet);
}

function isBareAck({ segment }: Packet): boolean {
  return segment.length === 0 && segment.flags.join() === 'ACK';
}

const inEnglish = (packet: Packet) => nameOf(packet, 'en', octets => `segment with ${octets} bytes`);
const sender = ({ direction }: Packet) => (direction === 'c2s' ? 'client' : 'server');
const receiver = ({ direction }: Packet) => (direction === 'c2s' ? 'server' : 'client');

/** Latin letters stand in spaces. */
const inChinese = (packet: Packet) => {
  const name = nameOf(packet, 'zh-CN', octets => `载有 ${octets} 字节的报文段`);
  return packet.segment.length > 0 ? name : ` ${name} `;
};
/** One space between Latin letters and Chinese ones, and none at the ends of a sentence or before its marks. */
const spaced = (sentence: string) =>
  sentence
    .replace(/ +/g, ' ')
    .replace(/ (?=[，。：])/g, '')
    .trim();
const zhSender = ({ direction }: Packet) => (direction === 'c2s' ? '客户端' : '服务端');
const zhReceiver = ({ direction }: Packet) => (direction === 'c2s' ? '服务端' : '客户端');

/** Why TCP waits just so long. RFC 6298 §2, and Linux's margin. */
function waitInEnglish({ timeout, roundTrip, isBackedOff }: RunOutTimer): string {
  const time = formatMicros(timeout, 'en');
  if (isBackedOff) return `${time}, twice the time before`;
  if (roundTrip === undefined) return `${time}, where TCP begins while it has measured no round trip`;
  return `${time}, a round trip of ${formatMicros(roundTrip, 'en')} and a margin`;
}

function waitInChinese({ timeout, roundTrip, isBackedOff }: RunOutTimer): string {
  const time = formatMicros(timeout, 'zh-CN');
  if (isBackedOff) return `${time} 内（前一次的两倍）`;
  if (roundTrip === undefined) return `${time} 内（尚未测得往返时间时的初值）`;
  return `${time} 内（往返时间 ${formatMicros(roundTrip, 'zh-CN')} 加上余量）`;
}

function tellInEnglish(mishap: Mishap): string {
  const { packet } = mishap;
  const what = inEnglish(packet);
  switch (mishap.kind) {
    case 'lost':
      if (mishap.why === 'partition') return `The network is cut: the ${what} gets no further, and nobody is told.`;
      if (mishap.why === 'host off') return `The ${what} comes to a host that is off: nobody is there to take it.`;
      if (mishap.why === 'unreachable')
        return `No router knows a way to the ${receiver(packet)} any more: the ${what} ends here.`;
      return isBareAck(packet)
        ? `The network loses the ${what}. Nobody acknowledges an acknowledgement, so nobody misses it: the next one says the same and more.`
        : `The network loses the ${what}. The ${sender(packet)}’s TCP does not know: only the acknowledgement that does not come will tell.`;
    case 'discarded':
      if (mishap.why === 'checksum')
        return `The ${receiver(packet)} adds up the bytes of the ${what}: the sum is not what the checksum says. It throws it away without a word, as if it had never come.`;
      if (mishap.why === 'other host')
        return `The addresses in the ${what} are not the ${receiver(packet)}’s: it throws it away.`;
      if (mishap.why === 'unreadable')
        return `The ${receiver(packet)} cannot read the headers of the ${what}: it throws it away.`;
      if (mishap.why === 'no connection')
        return `The ${receiver(packet)}’s TCP has no connection any more that the ${what} could belong to: it throws it away.`;
      if (mishap.why === 'closed')
        return `The ${receiver(packet)}’s program has closed its socket: nobody will read the ${what}, and a RST will say so.`;
      if (packet.segment.flags.includes('RST'))
        return `The ${receiver(packet)}’s TCP ignores the ${what}: its number is not the one that comes next. Otherwise anybody could break the connection off.`;
      return `The ${receiver(packet)}’s TCP does not want the ${what}: its numbers are not among those that it can take now.`;
    case 'copied':
      return `The network makes a copy of the ${what}: it comes in twice, and the numbers in it let TCP notice.`;
    case 'sent':
      switch (mishap.occasion) {
        case 'retransmission timeout':
          return `The ${sender(packet)}’s retransmission timer has run out: no acknowledgement has come${mishap.timer ? ` within ${waitInEnglish(mishap.timer)}` : ''}. TCP sends the ${what} again, and will wait twice as long the next time.`;
        case 'fast retransmit':
          return `Duplicate acknowledgements say that something is missing: the ${sender(packet)}’s TCP sends the ${what} again, without waiting for its timer.`;
        case 'window probe':
          return `The ${receiver(packet)} has no room. So that a lost word of new room does no harm, the ${sender(packet)}’s TCP asks again and again.`;
        case 'keep-alive':
          return `Nothing has been said for a long time: the ${sender(packet)}’s TCP asks whether the ${receiver(packet)} is still there.`;
        case 'challenge':
          return `The ${sender(packet)}’s TCP doubts what it got, and answers with what it really has.`;
        case 'refusal':
          return `Nobody at the ${sender(packet)} has anything to do with this segment: it is answered with RST.`;
      }
      break;
    case 'late':
      return `The ${what} comes in ${formatMicros(mishap.by, 'en')} late.`;
    case 'damaged':
      return `The ${what} has come in damaged, and yet its checksum is right: the damage goes up to the stub.`;
  }
  return '';
}

function tellInChinese(mishap: Mishap): string {
  const { packet } = mishap;
  const what = inChinese(packet);
  switch (mishap.kind) {
    case 'lost':
      if (mishap.why === 'partition') return `网络中断：${what}无法继续，也没有人得知。`;
      if (mishap.why === 'host off') return `${what}到了一台已关闭的主机：没有人接收它。`;
      if (mishap.why === 'unreachable') return `已没有路由器知道去${zhReceiver(packet)}的路：${what}到此为止。`;
      return isBareAck(packet)
        ? `网络丢失了 ${what}。没有人确认一个确认，所以没有人会发现：下一个确认会说明同样的内容，而且更多。`
        : `网络丢失了 ${what}。${zhSender(packet)}的 TCP 并不知道：只有迟迟不来的确认才会告诉它。`;
    case 'discarded':
      if (mishap.why === 'checksum')
        return `${zhReceiver(packet)}把${what}的字节相加，结果与校验和不符。它不声不响地丢弃它，就像从未收到一样。`;
      if (mishap.why === 'other host') return `${what}中的地址不是${zhReceiver(packet)}的：它被丢弃。`;
      if (mishap.why === 'unreadable') return `${zhReceiver(packet)}读不懂${what}的首部：它被丢弃。`;
      if (mishap.why === 'no connection') return `${zhReceiver(packet)}的 TCP 已没有${what}所属的连接：它被丢弃。`;
      if (mishap.why === 'closed')
        return `${zhReceiver(packet)}的程序已关闭套接字：没有人会读${what}，RST 将告知对方。`;
      if (packet.segment.flags.includes('RST'))
        return `${what}的序号不是接下来应到的那个：${zhReceiver(packet)}的 TCP 不予理会，否则任何人都能切断连接。`;
      return `${zhReceiver(packet)}的 TCP 不要${what}：它的序号不在现在可以接收的范围内。`;
    case 'copied':
      return `网络复制了${what}：它会到达两次，TCP 凭其中的序号能够发现。`;
    case 'sent':
      switch (mishap.occasion) {
        case 'retransmission timeout':
          return `${zhSender(packet)}的重传定时器到期：${mishap.timer ? waitInChinese(mishap.timer) : ''}没有收到确认。TCP 再次发送${what}，下一次会等待两倍的时间。`;
        case 'fast retransmit':
          return `重复的确认表明缺少数据：${zhSender(packet)}的 TCP 不等定时器，立即再次发送${what}。`;
        case 'window probe':
          return `${zhReceiver(packet)}没有空间了。为了不因丢失窗口更新而停住，${zhSender(packet)}的 TCP 一再探询。`;
        case 'keep-alive':
          return `很久没有通信了：${zhSender(packet)}的 TCP 询问${zhReceiver(packet)}是否还在。`;
        case 'challenge':
          return `${zhSender(packet)}的 TCP 怀疑收到的内容，以自己的实际状态作答。`;
        case 'refusal':
          return `${zhSender(packet)}没有与这个报文段有关的连接：以 RST 作答。`;
      }
      break;
    case 'late':
      return `${what}迟到了 ${formatMicros(mishap.by, 'zh-CN')}。`;
    case 'damaged':
      return `${what}到达时已损坏，但校验和仍然正确：损坏会一直传到存根。`;
  }
  return '';
}

export const mishapTexts: Texts<MishapTexts> = {
  en: {
    wreck: { fault: 'lost', loss: 'lost', partition: 'network cut', 'host off': 'host is off', unreachable: 'no way' },
    tell: tellInEnglish,
  },
  'zh-CN': {
    wreck: { fault: '丢失', loss: '丢失', partition: '网络中断', 'host off': '主机已关', unreachable: '无路可达' },
    tell: mishap => spaced(tellInChinese(mishap)),
  },
};
