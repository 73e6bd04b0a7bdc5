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
  if (m.head === m.octets) return ` ${bytes(m.octets)}的 ${m.headFormat} 首部，后面没有内容`;
  if (m.head === 0) return ` ${bytes(m.octets)}的 ${m.bodyFormat}`;
  return ` ${bytes(m.head)}的 ${m.headFormat} 首部加上 ${bytes(m.octets - m.head)}的 ${m.bodyFormat}`;
};
/** With the blank that stands between Latin and Chinese letters. */
const theCall = (f: StageFacts) => (f.calls > 1 ? `${f.call} 等 ${f.calls} 个调用` : `${f.call} `);
const size = (m: MessageFacts | undefined) => bytes(m?.octets ?? 0);
const inSegments = (m: MessageFacts | undefined) =>
  m?.segments === 1 ? '放进一个报文段' : `分成 ${count(m?.segments ?? 0)} 个报文段`;
const effort = (f: StageFacts) =>
  `其间经过了 ${formatMicros(f.elapsed, 'zh-CN')}，传输了 ${bytes((f.request?.octets ?? 0) + (f.reply?.octets ?? 0))}的消息`;

export const zhCN: StageTexts = {
  stage: '调用从客户端到服务端再返回的路径',
  intro: '一次远程过程调用即将开始',
  recorded: '一次录制的调用，由数据包重现',
  recordedHint: '捕获到的内容按十个步骤重现，没有捕获到的部分由推断得出。点击播放，或一步一步查看。',
  noCalls: '没有可讲述的调用的录制',
  noCallsHint: '数据包仍可查看。如果您知道协议，请在“录制”面板中选择。',
  inferred: { c2s: '未录到：由请求推断', s2c: '未录到：由应答推断' },
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
    'backing off': '稍后重试',
    'waiting for a connection': '等待连接',
    marshalling: '编组中',
    connecting: '建立连接',
    sending: '发送中',
    'awaiting acknowledgment': '等待确认',
    'awaiting reply': '等待应答',
    receiving: '接收中',
    unmarshalling: '解组中',
    calling: '调用本地服务',
    executing: '执行中',
    hung: '停住了',
    'hung while executing': '停住了',
    crashed: '已崩溃',
    off: '已断电',
    'not running': '未运行',
    empty: '空闲',
    carrying: '有数据包在途',
  },
  componentLabel: (name, state) => `${name}：${state}`,
  goToStep: (step, title) => `转到第 ${step} 步：${title}`,
  noSuchStep: step => `这次调用没有第 ${step} 步`,
  packet: (id, flags, octets, towards) =>
    `数据包 ${id + 1}：${flags}，${octets === 0 ? '无载荷' : bytes(octets)}，发往${towards === 'c2s' ? '服务端' : '客户端'}`,
  packets: (n, octets, towards) =>
    `${count(n)} 个数据包，共 ${bytes(octets)}，发往${towards === 'c2s' ? '服务端' : '客户端'}`,
  octets: n => `${count(n)} B`,
  sent: (part, whole) => `已发送 ${share(part, whole)}`,
  received: (part, whole) => `已到达 ${share(part, whole)}`,
  moreCalls: n => `+${n}`,
  situations: {
    before: f =>
      `两台机器上的两个程序：${theCall(f)}在一边调用，${f.getsThrough ? '' : '应'}在另一边${f.ownAnswer ? '应答' : '执行'}，共${f.steps === 10 ? '十' : ` ${f.steps} `}步。点击播放，或一步一步查看。`,
    calls: f => {
      const waits = f.wanted === 0 ? '不等待返回值' : '然后等待返回值';
      if (f.calls > 1)
        return `程序一次把 ${f.calls} 个调用交给存根，第一个是 ${f.call}，${waits}。存根只是这些函数的替身，真正的函数运行在 ${f.server}。`;
      const real = f.ownAnswer ? `只能去询问 ${f.server}` : `真正的函数运行在 ${f.server}`;
      return `程序像普通调用一样写下 ${f.call}，${waits}。本机上的同名函数只是存根，${real}。`;
    },
    marshals: f =>
      f.calls > 1
        ? `内存无法直接发送，字节可以：存根按双方约定的 ${f.request?.bodyFormat ?? ''} 格式，依次写下 ${f.calls} 个调用的方法名和参数。`
        : `内存无法直接发送，字节可以：存根按双方约定的 ${f.request?.bodyFormat ?? ''} 格式写下方法名 ${f.method}${f.argCount === 0 ? '，没有参数' : ` 和参数 ${f.args}`}。`,
    marshalled: f => `${theCall(f)}不再是函数调用，而是${makeUp(f.request)}。此时尚未发送任何内容。`,
    connects: f =>
      `与 ${f.server} 之间还没有连接，TCP 先通过三次握手建立连接：SYN、SYN ACK、ACK。${size(f.request)}的消息先等待。`,
    sends: f =>
      `TCP 把 ${size(f.request)}${inSegments(f.request)}，从 ${f.client} 送往 ${f.server}，并为每个字节编号，使对方能够按序重组，并确认收到了哪里。`,
    receives: f =>
      `${size(f.request)}已全部到达。服务端存根对这次调用的了解全部来自这些字节，它按写入时的同一套规则读取。`,
    unmarshalled: f =>
      `仅凭这些字节，服务端存根读出了 ${theCall(f).trimEnd()}：同样的方法、同样的值，只是在另一台机器的内存里。`,
    answersByItself: f =>
      f.failed > 0
        ? `服务端存根读出了 ${theCall(f).trimEnd()}，却没有可以为它调用的函数：存根会自己以错误作答，服务对此一无所知。`
        : `服务端存根读出了 ${theCall(f).trimEnd()}，它自己就知道答案，不必调用服务。`,
    callsService: f => {
      if (f.localCalls < 2)
        return `现在又成了普通的本地调用：存根调用 ${f.localCall}。函数并不知道调用者在另一台机器上。`;
      if (f.localNumber === 1)
        return `消息中有 ${f.localCalls} 个要由服务执行的调用，存根逐个进行，因此第 5、6 步会出现 ${f.localCalls} 次。首先像普通本地函数一样调用 ${f.localCall}。`;
      return `回到第 5 步，因为消息中有 ${f.localCalls} 个调用：现在是第 ${f.localNumber} 个，${f.localCall}。`;
    },
    executes: f => `服务正在执行 ${f.localMethod}。这次调用的其余部分，都只是为了到这里和从这里返回。`,
    returned: f => {
      if (f.localUnwanted) return `${f.localMethod} 返回了 ${f.localOutcome}，但到此为止：这个调用不需要应答。`;
      const next = f.localNumber < f.localCalls ? '存根先保存它，直到消息中的其他调用完成。' : '';
      return `${f.localMethod} 返回了 ${f.localOutcome}。与任何函数一样，它把值交给调用者，也就是存根。${next}`;
    },
    threw: f =>
      `${f.localMethod} 执行失败：${f.localOutcome}。${f.localUnwanted ? '没有人会知道：这个调用不需要应答。' : '异常同样无法穿过网络，存根会把它写成一条消息。'}`,
    marshalsReply: f => {
      if (f.wanted === 0)
        return `没有结果要发送，但 ${f.reply?.headFormat ?? '协议'} 的每个请求都要有响应：服务端存根写出一个没有内容的应答。`;
      if (f.failed === 0) return `返回的路与来时对称：服务端存根把结果写成 ${f.reply?.bodyFormat ?? '消息'}。`;
      return `错误和结果一样要送回去：服务端存根把${f.failed < f.wanted ? '结果和错误' : '它'}写成 ${f.reply?.bodyFormat ?? '消息'}。`;
    },
    marshalledReply: f => (f.outcome === '' ? `应答是${makeUp(f.reply)}。` : `${f.outcome} 现在是${makeUp(f.reply)}。`),
    sendsReply: f => `${size(f.reply)}${inSegments(f.reply)}，沿同一连接从 ${f.server} 返回 ${f.client}。`,
    receivesReply: f => `${size(f.reply)}已全部到达。一直在等待的客户端存根开始读取。`,
    unmarshalledReply: f => {
      if (f.outcome === '') return '客户端存根读出：消息已经送达。其中没有结果。';
      if (f.failed === 0) return `客户端存根从字节中读出了结果：${f.outcome}。`;
      return `客户端存根从字节中读出${f.failed < f.wanted ? '了结果和错误' : '，调用失败了'}：${f.outcome}。`;
    },
    hasResult: f => {
      if (f.calls === 1) return `${f.call} 返回 ${f.outcome}，与本地函数无异。${effort(f)}。`;
      const who = f.wanted < f.calls ? `${f.calls} 个调用中有 ${f.wanted} 个需要应答，` : `${f.calls} 个调用都`;
      return `${who}已返回：${f.outcome}。${effort(f)}。`;
    },
    hasError: f =>
      f.calls === 1
        ? `${f.call} 在客户端抛出服务端发生的错误：${f.outcome}。${effort(f)}。`
        : `${f.calls} 个调用中有 ${f.failed} 个失败：${f.outcome}。${effort(f)}。`,
    wantedNoReply: f => `${theCall(f)}不需要结果：客户端只知道字节已送达，不知道后来发生了什么。`,
    closes: f => `调用已结束，${f.closer === 'c2s' ? '客户端' : '服务端'}先关闭连接：双方各发送 FIN，并由对方确认。`,
    closed: f => {
      if (f.isPart) return `连接已关闭，其中 ${count(f.packets)} 个数据包属于这次调用。`;
      const others = f.connections > 1 ? `；这次运行的 ${f.connections} 个连接共用了 ${count(f.allPackets)} 个` : '';
      return `连接已关闭，往返总共用了 ${count(f.packets)} 个数据包${others}。`;
    },
  },
};
