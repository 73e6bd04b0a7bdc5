// 舞台的中文。
import { formatCount, formatMicros } from '../../../i18n/format';
import type { MessageFacts, StageFacts } from '../facts';
import type { StageTexts } from '../text';

const count = (n: number) => formatCount(n, 'zh-CN');
const bytes = (n: number) => `${count(n)} 字节`;
/** '148 of 339 B'; large sizes in kilobytes, for there is little room. */
const share = (part: number, whole: number) =>
  whole < 10_000
    ? `${count(part)} / ${count(whole)} B`
    : `${(part / 1000).toFixed(0)} / ${(whole / 1000).toFixed(0)} kB`;
const makeUp = (m: MessageFacts | undefined) => {
  if (!m) return '一条消息';
  if (m.head === 0) return `${bytes(m.octets)}的 ${m.bodyFormat}`;
  return `${bytes(m.head)}的 ${m.headFormat} 首部加上 ${bytes(m.octets - m.head)}的 ${m.bodyFormat}`;
};
const theCall = (f: StageFacts) => (f.calls > 1 ? `${f.call} 等 ${f.calls} 个调用` : f.call);
const size = (m: MessageFacts | undefined) => bytes(m?.octets ?? 0);

export const zhCN: StageTexts = {
  stage: '调用从客户端到服务端再返回的路径',
  intro: '一次远程过程调用即将开始',
  stepOf: step => `第 ${step} 步，共 10 步`,
  callOf: (call, calls) => `第 ${call} 次调用，共 ${calls} 次`,
  request: '请求',
  reply: '应答',
  components: {
    client: '客户端',
    clientStub: '客户端存根',
    link: '网络',
    serverStub: '服务端存根',
    server: '服务端',
    clientTcp: '客户端 TCP',
    serverTcp: '服务端 TCP',
  },
  endpoints: { clientTcp: '客户端 TCP', serverTcp: '服务端 TCP' },
  sides: { clientTcp: '客户端', serverTcp: '服务端' },
  processes: { client: '客户端进程', server: '服务端进程' },
  states: {
    idle: '空闲',
    waiting: '等待中',
    'has result': '已得到结果',
    done: '结束',
    marshalling: '编组中',
    connecting: '建立连接',
    sending: '发送中',
    'awaiting acknowledgment': '等待确认',
    'awaiting reply': '等待应答',
    receiving: '接收中',
    unmarshalling: '解组中',
    calling: '调用本地服务',
    executing: '执行中',
    empty: '空闲',
    carrying: '有分组在途',
  },
  componentLabel: (name, state) => `${name}：${state}`,
  goToStep: (step, title) => `转到第 ${step} 步：${title}`,
  noSuchStep: step => `这次调用没有第 ${step} 步`,
  packet: (id, flags, octets, towards) =>
    `分组 ${id + 1}：${flags}，${octets === 0 ? '无载荷' : bytes(octets)}，发往${towards === 'c2s' ? '服务端' : '客户端'}`,
  packets: (n, octets, towards) =>
    `${count(n)} 个分组，共 ${bytes(octets)}，发往${towards === 'c2s' ? '服务端' : '客户端'}`,
  octets: n => `${count(n)} B`,
  sent: (part, whole) => `已发送 ${share(part, whole)}`,
  received: (part, whole) => `已到达 ${share(part, whole)}`,
  moreCalls: n => `+${n}`,
  situations: {
    before: f => `两台机器上的两个程序：${theCall(f)} 在一边调用，在另一边执行，共十步。点击播放，或用方向键逐步查看。`,
    calls: f =>
      `程序像普通调用一样写下 ${theCall(f)}，然后等待返回值。本地这个同名函数只是存根，真正的函数运行在 ${f.server}。`,
    marshals: f =>
      `内存无法直接发送，字节可以：存根按双方约定的 ${f.request?.bodyFormat ?? ''} 格式写下方法名 ${f.method} 和参数 ${f.args || '（无）'}。`,
    marshalled: f => `${theCall(f)} 不再是函数调用，而是${makeUp(f.request)}。此时尚未发送任何内容。`,
    connects: f =>
      `与 ${f.server} 之间还没有连接，TCP 先通过三次握手建立连接：SYN、SYN ACK、ACK。${size(f.request)}的消息先等待。`,
    sends: f =>
      `TCP 把 ${size(f.request)}分成 ${count(f.request?.segments ?? 0)} 个报文段，从 ${f.client} 送往 ${f.server}，并为每个字节编号，使对方能够逐一确认并按序重组。`,
    receives: f =>
      `${size(f.request)}已全部到达。服务端存根对这次调用的了解全部来自这些字节，它按写入时的同一套规则读取。`,
    unmarshalled: f => `仅凭这些字节，服务端存根读出了 ${theCall(f)}：同样的方法、同样的值，只是在另一台机器的内存里。`,
    notUnderstood: (_f, problem) => `服务端存根无法理解这条消息：${problem}`,
    answersByItself: f => `服务端存根读出了 ${theCall(f)}，但不会去调用服务，而是自行作答。`,
    callsService: f => `现在又成了普通的本地调用：存根调用 ${f.localCall}。函数并不知道调用者在另一台机器上。`,
    executes: f => `服务正在执行 ${f.localMethod}。这次调用的其余部分，都只是为了到这里和从这里返回。`,
    returned: f => `${f.localMethod} 返回了 ${f.localOutcome}。与任何函数一样，它把值交给调用者，也就是存根。`,
    threw: f => `${f.localMethod} 执行失败：${f.localOutcome}。异常同样无法穿过网络，存根会把它写成一条消息。`,
    marshalsReply: f => `返回的路与来时对称：服务端存根把结果写成 ${f.reply?.bodyFormat ?? '消息'}。`,
    marshalledReply: f => `${f.outcome === '' ? '应答' : f.outcome} 现在是${makeUp(f.reply)}。`,
    sendsReply: f =>
      `${size(f.reply)}分成 ${count(f.reply?.segments ?? 0)} 个报文段，沿同一连接从 ${f.server} 返回 ${f.client}。`,
    receivesReply: f => `${size(f.reply)}已全部到达。一直在等待的客户端存根开始读取。`,
    unmarshalledReply: f => `客户端存根从字节中读出了结果：${f.outcome}。`,
    replyNotUnderstood: (_f, problem) => `客户端存根无法理解应答：${problem}`,
    hasResult: f =>
      `${theCall(f)} 返回 ${f.outcome}，与本地函数无异。其间经过了 ${formatMicros(f.elapsed, 'zh-CN')}，传输了 ${bytes((f.request?.octets ?? 0) + (f.reply?.octets ?? 0))}的消息。`,
    hasError: f =>
      `${theCall(f)} 在客户端抛出服务端发生的错误：${f.outcome}。得知此事花了 ${formatMicros(f.elapsed, 'zh-CN')}。`,
    wantedNoReply: f => `${theCall(f)} 不需要应答：客户端只知道字节已送达，不知道后来发生了什么。`,
    closes: f => `调用已结束，${f.closer === 'c2s' ? '客户端' : '服务端'}先关闭连接：双方各发送 FIN，并由对方确认。`,
    closed: f => `连接已关闭。为了 ${theCall(f)}，这次运行共用了 ${count(f.packets)} 个分组。`,
  },
};
