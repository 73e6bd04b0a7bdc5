// What the stage says of a call that has trouble. Loaded with the first run that has some.
import type { Texts } from '../../i18n/locale';
import type { StageFacts, TroubledSituation } from './facts';
import { stop } from './text/full-stop';

type TroubleTexts = Readonly<Record<TroubledSituation, (facts: StageFacts, problem: string) => string>>;

export const troubleTexts: Texts<TroubleTexts> = {
  en: {
    notUnderstood: (_f, problem) => `The server stub cannot understand the message: ${problem}`,
    replyNotUnderstood: (_f, problem) => `The client stub cannot understand the reply: ${problem}`,
    answersAgain: f =>
      `The server stub knows the key of the call: it has been executed before, and its answer was kept. The stub gives that answer, ${stop(f.outcome)} The service is not called.`,
    triesAgain: f =>
      `No answer has come, so the stub makes ${f.call} once more: attempt ${f.attempt}. Whether the server has executed it before, the stub cannot know.`,
    reachesNobody: f =>
      `There is no connection to ${f.server}: ${stop(f.outcome)} The client can be sure that nothing has been executed for this attempt.`,
    losesConnection: f =>
      `The connection is gone, and no reply has come: ${stop(f.outcome)} Whether the server has executed ${f.call}, the client cannot know.`,
    waitsForEver: f =>
      `Nothing is left to happen, and nobody has told the client to stop: it waits for ${f.call}, and would wait for ever.`,
    waitsNoLonger: f =>
      `The client takes ${f.call} back: ${stop(f.outcome)} The server may be in the middle of it; what comes of it nobody will hear.`,
  },
  'zh-CN': {
    notUnderstood: (_f, problem) => `服务端存根无法理解这条消息：${problem}`,
    replyNotUnderstood: (_f, problem) => `客户端存根无法理解应答：${problem}`,
    answersAgain: f =>
      `服务端存根认出了这次调用的键：它以前执行过，应答保存了下来。存根用这个应答 ${f.outcome} 作答，不再调用服务。`,
    triesAgain: f =>
      `没有等到应答，存根再次发出 ${f.call}：这是第 ${f.attempt} 次尝试。服务端此前是否已经执行过，存根无从得知。`,
    reachesNobody: f => `与 ${f.server} 没有连接：${f.outcome}。客户端可以确定，这次尝试没有执行任何东西。`,
    losesConnection: f => `连接断了，应答没有来：${f.outcome}。服务端是否已经执行 ${f.call}，客户端无从得知。`,
    waitsForEver: f => `再也不会有事情发生，也没有人叫客户端停下：它在等 ${f.call}，会永远等下去。`,
    waitsNoLonger: f => `客户端放弃了 ${f.call}：${f.outcome}。服务端可能正执行到一半，但结果不会再有人知道。`,
  },
};
