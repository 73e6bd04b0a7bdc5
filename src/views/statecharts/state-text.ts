// Every state of every machine in a sentence. TCP's follow RFC 9293 §3.3.2 in sense, not in words.

import type { ChartId } from './stream-charts';
import type { StateText } from './text';

type StateTexts = Readonly<Record<ChartId, Readonly<Record<string, StateText>>>>;

/** A state whose name on the drawing is the machine's own. */
function own(texts: Readonly<Record<string, string>>): Record<string, StateText> {
  return Object.fromEntries(Object.entries(texts).map(([label, text]) => [label, { label, text }]));
}

const enTcp = own({
  CLOSED: 'There is no connection, and no memory of one.',
  LISTEN: 'A server waits for a connection request from any client.',
  'SYN-SENT': 'We have asked for a connection with a SYN and wait for the other side to agree with a SYN of its own.',
  'SYN-RECEIVED': 'Both sides have sent their SYN; we wait for the acknowledgment of ours.',
  ESTABLISHED: 'The connection is open: data goes in both directions and is handed to the program as it comes in.',
  'FIN-WAIT-1':
    'We have said with a FIN that we will send no more; the other side has neither acknowledged it nor closed.',
  'FIN-WAIT-2': 'Our FIN is acknowledged; the other side may go on sending until it closes too.',
  'CLOSE-WAIT': 'The other side has closed; we wait for our own program to close, and may send until then.',
  CLOSING: 'Both sides closed at once; we have seen the other FIN and wait for the acknowledgment of ours.',
  'LAST-ACK': 'The other side closed first, then we did; only the acknowledgment of our FIN is still missing.',
  'TIME-WAIT':
    'All is said; we stay long enough to be sure that our last acknowledgment arrived and that no late segment strays into a new connection.',
});

const enStream = own({
  idle: 'The stream does not exist yet: no HEADERS frame has begun it.',
  'reserved (local)': 'We have promised a response that nobody has asked for; gRPC does not do this.',
  'reserved (remote)': 'The other side has promised a response that nobody has asked for; gRPC does not do this.',
  open: 'Both sides may send on the stream.',
  'half-closed (local)': 'We have said with END_STREAM that we send no more, and still receive.',
  'half-closed (remote)': 'The other side has said with END_STREAM that it sends no more; we still may.',
  closed: 'Both sides have ended it, or one has given it up with RST_STREAM; its number is never used again.',
});

export const en: StateTexts = {
  client: own({
    idle: 'The program has not called anything yet.',
    waiting: 'The program has called what looks like a local function, and stands still until it returns.',
    'has result': 'The call has returned, or thrown, exactly as a local one would.',
    done: 'The program has made all its calls.',
  }),
  clientStub: own({
    idle: 'No call is under way.',
    'backing off': 'The last attempt has failed; the stub lets some time pass before it tries again.',
    'waiting for a connection': 'All connections that the client may open are busy with other calls.',
    marshalling: 'It writes the method’s name and the arguments into a message.',
    connecting: 'The message is ready, but no connection is open yet: TCP shakes hands first.',
    sending: 'It hands the message to TCP, octet by octet.',
    'awaiting acknowledgment':
      'The call wants no reply; the stub only waits until TCP knows that the message has arrived.',
    'awaiting reply': 'The request is out; the stub can do nothing but wait.',
    receiving: 'The beginning of the reply is here; the stub waits until it is whole.',
    unmarshalling: 'It reads the result, or the error, out of the message.',
  }),
  clientTcp: enTcp,
  link: own({
    empty: 'No packet is on its way between the hosts.',
    carrying: 'At least one packet is on its way; it arrives after the network’s latency.',
  }),
  serverTcp: enTcp,
  serverStub: own({
    idle: 'It waits for a request.',
    receiving: 'The beginning of a request is here; the stub waits until it is whole.',
    unmarshalling: 'It reads the method’s name and the arguments out of the message.',
    calling: 'It has called the local function and waits for its end.',
    marshalling: 'It writes the result, or the error, into a message.',
    sending: 'It hands the reply to TCP.',
    'not running': 'The program that it belongs to has crashed, or its host is off.',
  }),
  server: own({
    idle: 'No function is running.',
    executing: 'The function runs; it cannot tell that its caller is far away.',
    hung: 'The program stands still between two calls; its host’s TCP goes on without it.',
    'hung while executing': 'The program stands still in the middle of a call; its host’s TCP goes on without it.',
    crashed: 'The program has ended, and all that it had in memory is lost; its host closes its connections.',
    off: 'The host is off: it says nothing, and forgets its connections.',
  }),
  clientStream: enStream,
  serverStream: enStream,
};

const zhTcp = own({
  CLOSED: '没有连接，也不保存任何连接信息。',
  LISTEN: '服务端等待任意客户端发来的连接请求。',
  'SYN-SENT': '已发出 SYN 请求建立连接，等待对方也以 SYN 同意。',
  'SYN-RECEIVED': '双方都已发出 SYN，等待对方确认我方的 SYN。',
  ESTABLISHED: '连接已建立：数据可双向传送，到达后即交给程序。',
  'FIN-WAIT-1': '已发出 FIN 表示不再发送数据，对方尚未确认，也尚未关闭。',
  'FIN-WAIT-2': '我方的 FIN 已被确认；对方在关闭之前仍可继续发送。',
  'CLOSE-WAIT': '对方已关闭；等待本地程序关闭，在此之前仍可发送。',
  CLOSING: '双方同时关闭：已收到对方的 FIN，等待对方确认我方的 FIN。',
  'LAST-ACK': '对方先关闭，我方随后关闭，只差对方对我方 FIN 的确认。',
  'TIME-WAIT': '双方都已说完；再停留一段时间，确保最后的确认已送达，也不让迟到的报文段混入新连接。',
});

const zhStream = own({
  idle: '流还不存在：还没有 HEADERS 帧开启它。',
  'reserved (local)': '我方承诺了一个没有人请求的响应；gRPC 不这样做。',
  'reserved (remote)': '对方承诺了一个没有人请求的响应；gRPC 不这样做。',
  open: '双方都可以在这条流上发送。',
  'half-closed (local)': '我方已用 END_STREAM 表示不再发送，但仍可接收。',
  'half-closed (remote)': '对方已用 END_STREAM 表示不再发送，我方仍可发送。',
  closed: '双方都已结束，或一方用 RST_STREAM 放弃了它；它的编号不会再用。',
});

export const zhCN: StateTexts = {
  client: {
    idle: { label: '空闲', text: '程序还没有发起任何调用。' },
    waiting: { label: '等待', text: '程序调用了一个看似本地的函数，停下来等它返回。' },
    'has result': { label: '得到结果', text: '调用已经返回或抛出异常，与本地调用毫无二致。' },
    done: { label: '完成', text: '程序已完成全部调用。' },
  },
  clientStub: {
    idle: { label: '空闲', text: '没有正在进行的调用。' },
    'backing off': { label: '退避', text: '上一次尝试失败了；存根先等一段时间再重试。' },
    'waiting for a connection': { label: '等待连接', text: '客户端可以打开的连接都在忙于别的调用。' },
    marshalling: { label: '编组', text: '把方法名和参数写成一条消息。' },
    connecting: { label: '连接', text: '消息已备好，但还没有连接：先由 TCP 三次握手。' },
    sending: { label: '发送', text: '把消息逐字节交给 TCP。' },
    'awaiting acknowledgment': { label: '等待确认', text: '这次调用不需要应答；存根只等 TCP 得知消息已送达。' },
    'awaiting reply': { label: '等待应答', text: '请求已发出，存根只能等待。' },
    receiving: { label: '接收', text: '应答的开头已到，等待其余部分到齐。' },
    unmarshalling: { label: '解组', text: '从消息中读出结果或错误。' },
  },
  clientTcp: zhTcp,
  link: {
    empty: { label: '空', text: '两台主机之间没有在途的数据包。' },
    carrying: { label: '传送中', text: '至少有一个数据包在途，经过网络时延后到达。' },
  },
  serverTcp: zhTcp,
  serverStub: {
    idle: { label: '空闲', text: '等待请求。' },
    receiving: { label: '接收', text: '请求的开头已到，等待其余部分到齐。' },
    unmarshalling: { label: '解组', text: '从消息中读出方法名和参数。' },
    calling: { label: '调用', text: '已调用本地函数，等待它结束。' },
    marshalling: { label: '编组', text: '把结果或错误写成一条消息。' },
    sending: { label: '发送', text: '把应答交给 TCP。' },
    'not running': { label: '未运行', text: '它所在的程序已崩溃，或主机已断电。' },
  },
  server: {
    idle: { label: '空闲', text: '没有函数在运行。' },
    executing: { label: '执行', text: '函数正在运行；它看不出调用者远在另一台机器上。' },
    hung: { label: '停住', text: '程序在两次调用之间停住了；主机的 TCP 仍照常工作。' },
    'hung while executing': { label: '执行中停住', text: '程序在一次调用当中停住了；主机的 TCP 仍照常工作。' },
    crashed: { label: '崩溃', text: '程序已结束，内存中的一切都已丢失；主机关闭它的连接。' },
    off: { label: '断电', text: '主机已断电：不再发送任何东西，连接也都忘记。' },
  },
  clientStream: zhStream,
  serverStream: zhStream,
};
