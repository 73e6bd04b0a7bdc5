// What the stage says where damage has come through unseen: what was really read, beside what was meant. Loaded with the first run with trouble.
import { formatCount } from '../../i18n/format';
import type { Locale, Texts } from '../../i18n/locale';
import type { Damage } from './damage';
import type { MessageFacts, Situation, StageFacts } from './facts';
import { stop } from './text/full-stop';

/** Undefined where the ordinary sentence is true. */
type DamageText = (situation: Situation, facts: StageFacts, damage: Damage) => string | undefined;

const size = (message: MessageFacts | undefined, locale: Locale) => formatCount(message?.octets ?? 0, locale);
const en: DamageText = (situation, f, { request, reply, called, read, answered }) => {
  const arrived = (message: MessageFacts | undefined) =>
    `All ${size(message, 'en')} bytes are in, but not as they were sent: bits were flipped on the way, and the checksum holds all the same.`;
  const isOther = request && read !== called;
  switch (situation) {
    case 'receives':
      return request ? `${arrived(f.request)} They are everything that the server stub knows of the call.` : undefined;
    case 'unmarshalled':
      if (isOther)
        return `From the bytes that came in, the server stub has read ${read}. The client has called ${called}, but nothing tells the stub.`;
      return request
        ? `The bytes that came in are not those that were sent, and yet the server stub has read ${read} from them.`
        : undefined;
    case 'answersByItself':
      if (!request) return undefined;
      return `The bytes that came in are not those that were sent. The server stub finds nothing in them that it could call, and will answer by itself${answered ? `: ${stop(answered)}` : '.'}`;
    case 'callsService':
      return isOther && f.localCalls < 2
        ? `The stub calls ${f.localCall}, as it has read. Neither it nor the function can tell that the client has called ${called}.`
        : undefined;
    case 'receivesReply':
      return reply
        ? `${arrived(f.reply)} The client stub, which has been waiting all the while, reads them.`
        : undefined;
    case 'unmarshalledReply':
      if (!reply) return undefined;
      return `From the bytes that came in, the client stub has read ${stop(f.outcome)} The server has answered ${answered}, but nothing tells the stub.`;
    case 'hasResult':
      if (reply)
        return `${called} has returned ${f.outcome}, but the server has answered ${answered}: bits were flipped on the way, and nobody has noticed.`;
      return isOther
        ? `${called} has returned ${f.outcome}, for the server has read ${read}: bits were flipped on the way, and nobody has noticed.`
        : undefined;
    case 'hasError':
      if (reply)
        return `${called} throws in the client: ${stop(f.outcome)} The server has answered ${answered}: bits were flipped on the way, and no checksum has noticed.`;
      return request
        ? `${called} throws in the client: ${stop(f.outcome)} The server has read something else: bits were flipped on the way, and no checksum has noticed.`
        : undefined;
  }
};

const zhCN: DamageText = (situation, f, { request, reply, called, read, answered }) => {
  const arrived = (message: MessageFacts | undefined) =>
    `${size(message, 'zh-CN')} 字节已全部到达，但与发出的不同：途中有比特被翻转，而校验和仍然相符。`;
  const isOther = request && read !== called;
  switch (situation) {
    case 'receives':
      return request ? `${arrived(f.request)}服务端存根对这次调用的了解全部来自这些字节。` : undefined;
    case 'unmarshalled':
      if (isOther) return `服务端存根从到达的字节中读出了 ${read}。客户端调用的是 ${called}，但没有任何东西告诉存根。`;
      return request ? `到达的字节与发出的不同，服务端存根却仍从中读出了 ${read}。` : undefined;
    case 'answersByItself':
      if (!request) return undefined;
      return `到达的字节与发出的不同。服务端存根在其中找不到可以调用的函数，自己作答${answered ? `：${answered}` : ''}。`;
    case 'callsService':
      return isOther && f.localCalls < 2
        ? `存根按读到的内容调用 ${f.localCall}。存根和函数都无从得知，客户端调用的是 ${called}。`
        : undefined;
    case 'receivesReply':
      return reply ? `${arrived(f.reply)}一直在等待的客户端存根开始读取。` : undefined;
    case 'unmarshalledReply':
      if (!reply) return undefined;
      return `客户端存根从到达的字节中读出了 ${f.outcome}。服务端的应答是 ${answered}，但没有任何东西告诉存根。`;
    case 'hasResult':
      if (reply) return `${called} 返回了 ${f.outcome}，而服务端的应答是 ${answered}：途中有比特被翻转，没有人发现。`;
      return isOther
        ? `${called} 返回了 ${f.outcome}，因为服务端读到的是 ${read}：途中有比特被翻转，没有人发现。`
        : undefined;
    case 'hasError':
      if (reply)
        return `${called} 在客户端抛出：${f.outcome}。服务端的应答是 ${answered}：途中有比特被翻转，校验和没有发现。`;
      return request
        ? `${called} 在客户端抛出：${f.outcome}。服务端读到的与发出的不同：途中有比特被翻转，校验和没有发现。`
        : undefined;
  }
};

export const damageTexts: Texts<DamageText> = { en, 'zh-CN': zhCN };
