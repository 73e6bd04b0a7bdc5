// Titles and descriptions of the built-in scenarios, in every language.

/** What is said about a preset. */
interface PresetText {
  readonly title: string;
  readonly description: string;
}

const en = {
  'xml-rpc-fun-add': {
    title: 'XML-RPC: fun_add(2, 3)',
    description: 'The smallest remote call: two numbers go out as XML, their sum comes back.',
  },
  'json-rpc-fun-add': {
    title: 'JSON-RPC: fun_add(2, 3)',
    description: 'The same call as JSON: fewer bytes for the same two numbers.',
  },
  'json-rpc-named': {
    title: 'JSON-RPC: arguments by name',
    description: 'The arguments travel with their names, so their order no longer matters.',
  },
  'json-rpc-tcp': {
    title: 'JSON-RPC without HTTP',
    description: 'One line of JSON each way on a bare TCP connection: no headers at all.',
  },
  'rest-fun-add': {
    title: 'REST: fun_add(2, 3)',
    description: 'The call without an RPC system: a path, a JSON object, and a status that says how it went.',
  },
  'grpc-fun-add': {
    title: 'gRPC: fun_add(2, 3)',
    description: 'Four bytes of Protocol Buffers say it all; HTTP/2’s frames and compressed headers are around them.',
  },
  'grpc-two-calls': {
    title: 'gRPC: the second call is shorter',
    description: 'HPACK remembers the headers of the first call: of most, the second sends no more than a number.',
  },
  'grpc-deadline': {
    title: 'gRPC: a deadline passes',
    description:
      'The client waits 200 ms for a function that takes 400; then it takes the call back and makes another.',
  },
  'dubbo-fun-add': {
    title: 'Dubbo: fun_add(2, 3)',
    description: 'Sixteen bytes of header and a row of Hessian 2 values: each number takes a single byte.',
  },
  'thrift-fun-add': {
    title: 'Thrift: fun_add(2, 3)',
    description: 'The same call in 20 bytes: no names of arguments, and a small number takes one byte.',
  },
  'xml-rpc-http-1.0': {
    title: 'XML-RPC over HTTP/1.0',
    description:
      'The server closes the connection after its response: the end of the stream marks the end of the call.',
  },
  'xml-rpc-npm': {
    title: 'XML-RPC between Node.js programs',
    description: 'The npm package xmlrpc says the same with other headers, other quotes and no line feeds.',
  },
  'xml-rpc-keep-alive': {
    title: 'Two calls on one connection',
    description: 'The second call needs no handshake: the connection is kept alive.',
  },
  'xml-rpc-echo': {
    title: 'Text beyond ASCII: echo("你好")',
    description: 'Two characters become six bytes of UTF-8, there and back.',
  },
  'xml-rpc-order': {
    title: 'XML-RPC: an order',
    description: 'Nested structs, a list, a map, a date and an optional member that is left out.',
  },
  'dubbo-order': {
    title: 'Dubbo: an order',
    description: 'Each class names its fields once; after that its objects are values in a row.',
  },
  'json-rpc-order': {
    title: 'JSON-RPC: an order',
    description: 'The same order as JSON, to compare it member by member.',
  },
  'xml-rpc-divide-by-zero': {
    title: 'A fault: divide(1, 0)',
    description: 'The service throws; the server stub turns the exception into a fault message with HTTP status 200.',
  },
  'xml-rpc-unknown-method': {
    title: 'An unknown method',
    description: 'The server stub finds no such function and answers by itself; the service never runs.',
  },
  'json-rpc-error': {
    title: 'JSON-RPC: an error with data',
    description: 'The service refuses with a code, a message and details that the client can read.',
  },
  'thrift-exception': {
    title: 'Thrift: a declared exception',
    description:
      'The exception is part of the interface, so it travels as a field of the result, with its own members.',
  },
  'json-rpc-batch': {
    title: 'JSON-RPC: a batch',
    description: 'Two calls and a notification in one message; the notification gets no answer.',
  },
  'xml-rpc-list-methods': {
    title: 'system.listMethods()',
    description: 'The client asks the server which methods it has; the server stub knows the answer.',
  },
  'xml-rpc-gzip': {
    title: 'A compressed reply',
    description: 'The reply is longer than 1400 bytes, so Python’s server compresses it with gzip.',
  },
  'xml-rpc-big-upload': {
    title: 'A large argument: 100 kB',
    description: 'One message becomes some seventy segments, acknowledged a few at a time.',
  },
  'lost-syn': {
    title: 'The SYN is lost',
    description: 'Nobody tells TCP: after a second without an answer, it sends the SYN again.',
  },
  'lost-reply': {
    title: 'The reply is lost once',
    description:
      'The server has executed the call long ago; the client waits until the server’s TCP sends the reply again.',
  },
  'damaged-reply': {
    title: 'A damaged packet',
    description:
      'One bit of the reply is flipped. The checksum does not fit, so TCP throws the segment away, and gets it again.',
  },
  'unseen-damage': {
    title: 'Damage that the checksum does not see',
    description: 'Two flipped bits cancel each other in the sum: the server adds 2 and 7, and nobody notices.',
  },
  'lossy-line': {
    title: 'A lossy line: 100 kB at 1 % loss',
    description: 'Duplicate acknowledgements tell of the gap, and TCP fills it without waiting for its timer.',
  },
  'timeout-though-committed': {
    title: 'A timeout, although the server did it',
    description: 'The client waits 500 ms for a function that takes 600: it has an error, and the call is executed.',
  },
  'executed-twice': {
    title: 'Tried again, executed twice',
    description: 'The server crashes between the effect and the answer. The client tries again: at least once.',
  },
  'executed-once': {
    title: 'Tried again, executed once',
    description: 'The same crash, but the call has a key, and the server keeps its answer with the effect.',
  },
  'still-waiting': {
    title: 'Still waiting',
    description: 'The server hangs, its TCP acknowledges, and the call has no deadline: the client waits for ever.',
  },
  'crash-before': {
    title: 'Crashed before executing',
    description: 'Nothing was executed, but the client cannot know that: at most once, it does not try again.',
  },
  hedged: {
    title: 'gRPC: a hedged call',
    description: 'No answer after 150 ms, so the call is made a second time beside the first: the first answer counts.',
  },
  'one-connection': {
    title: 'Three calls, one HTTP/1.1 connection',
    description: 'A connection carries one call at a time: the second and the third wait in the client.',
  },
  'all-wait': {
    title: 'gRPC: one segment is lost, all wait',
    description:
      'Three calls share a TCP connection. What comes behind the gap is there, but TCP hands none of it over.',
  },
  'thousand-calls': {
    title: '1,000 calls, ten at a time',
    description: 'Ten callers share two workers: how long a call takes depends on who was there before.',
  },
  'thousand-calls-lossy': {
    title: '1,000 calls over a lossy line',
    description:
      'All gRPC calls share one connection: a packet that is lost holds up whoever comes behind it, some beyond their deadline.',
  },
} as const satisfies Readonly<Record<string, PresetText>>;

/** The names of the built-in scenarios. */
export type PresetId = keyof typeof en;

const zhCN: Readonly<Record<PresetId, PresetText>> = {
  'xml-rpc-fun-add': {
    title: 'XML-RPC：fun_add(2, 3)',
    description: '最小的远程调用：两个数以 XML 发出，和以 XML 返回。',
  },
  'json-rpc-fun-add': {
    title: 'JSON-RPC：fun_add(2, 3)',
    description: '同一个调用换成 JSON：同样两个数，字节更少。',
  },
  'json-rpc-named': {
    title: 'JSON-RPC：按名称传参',
    description: '参数带着名称一起传输，顺序便不再重要。',
  },
  'json-rpc-tcp': {
    title: '不用 HTTP 的 JSON-RPC',
    description: '在裸 TCP 连接上来回各一行 JSON，没有任何头部。',
  },
  'rest-fun-add': {
    title: 'REST：fun_add(2, 3)',
    description: '不用 RPC 系统的调用：一条路径、一个 JSON 对象，再加一个说明结果的状态码。',
  },
  'grpc-fun-add': {
    title: 'gRPC：fun_add(2, 3)',
    description: '四个字节的 Protocol Buffers 就说完了，外面是 HTTP/2 的帧和压缩过的首部。',
  },
  'grpc-two-calls': {
    title: 'gRPC：第二次调用更短',
    description: 'HPACK 记住了第一次调用的首部：其中大部分，第二次只发一个编号。',
  },
  'grpc-deadline': {
    title: 'gRPC：超过截止时间',
    description: '函数要用 400 毫秒，客户端只等 200 毫秒：它放弃这次调用，再发起另一次。',
  },
  'dubbo-fun-add': {
    title: 'Dubbo：fun_add(2, 3)',
    description: '十六字节的首部，加上一串 Hessian 2 值：每个数只占一个字节。',
  },
  'thrift-fun-add': {
    title: 'Thrift：fun_add(2, 3)',
    description: '同一个调用只用 20 个字节：不传参数名，小的数只占一个字节。',
  },
  'xml-rpc-http-1.0': {
    title: '基于 HTTP/1.0 的 XML-RPC',
    description: '服务端发完响应就关闭连接：字节流的结束就是调用的结束。',
  },
  'xml-rpc-npm': {
    title: 'Node.js 程序之间的 XML-RPC',
    description: 'npm 包 xmlrpc 表达同样的内容，但头部不同、引号不同，也没有换行。',
  },
  'xml-rpc-keep-alive': {
    title: '一条连接上的两次调用',
    description: '连接保持打开，第二次调用无需再握手。',
  },
  'xml-rpc-echo': {
    title: 'ASCII 之外的文本：echo("你好")',
    description: '两个汉字编码为六个 UTF-8 字节，一去一回。',
  },
  'xml-rpc-order': {
    title: 'XML-RPC：一份订单',
    description: '嵌套结构、列表、映射、日期，以及一个被省略的可选成员。',
  },
  'dubbo-order': {
    title: 'Dubbo：一份订单',
    description: '每个类只写一次字段名，之后它的对象就只是一串值。',
  },
  'json-rpc-order': {
    title: 'JSON-RPC：一份订单',
    description: '同一份订单写成 JSON，可以逐个成员比较。',
  },
  'xml-rpc-divide-by-zero': {
    title: '错误：divide(1, 0)',
    description: '服务抛出异常，服务端存根把它变成错误消息，而 HTTP 状态码仍是 200。',
  },
  'xml-rpc-unknown-method': {
    title: '未知的方法',
    description: '服务端存根找不到这个函数，便自行应答，服务根本没有执行。',
  },
  'json-rpc-error': {
    title: 'JSON-RPC：带数据的错误',
    description: '服务拒绝请求，并给出客户端可以读取的错误码、消息和细节。',
  },
  'thrift-exception': {
    title: 'Thrift：声明过的异常',
    description: '异常是接口的一部分，因此作为结果的一个字段传输，并带有自己的成员。',
  },
  'json-rpc-batch': {
    title: 'JSON-RPC：批量调用',
    description: '一条消息里有两次调用和一个通知，通知没有应答。',
  },
  'xml-rpc-list-methods': {
    title: 'system.listMethods()',
    description: '客户端询问服务端有哪些方法，服务端存根知道答案。',
  },
  'xml-rpc-gzip': {
    title: '压缩的应答',
    description: '应答超过 1400 字节，Python 的服务端便用 gzip 压缩它。',
  },
  'xml-rpc-big-upload': {
    title: '很大的参数：100 kB',
    description: '一条消息被切成约七十个报文段，每几个确认一次。',
  },
  'lost-syn': {
    title: 'SYN 丢失',
    description: '没有人告诉 TCP：一秒钟没有回答，它就再次发送 SYN。',
  },
  'lost-reply': {
    title: '应答丢失一次',
    description: '服务端早已执行了调用；客户端要等到服务端的 TCP 再次发送应答。',
  },
  'damaged-reply': {
    title: '一个损坏的数据包',
    description: '应答中有一位被翻转。校验和不符，TCP 丢弃该报文段，随后再次收到它。',
  },
  'unseen-damage': {
    title: '校验和看不到的损坏',
    description: '两个被翻转的位在求和时相互抵消：服务端计算 2 加 7，没有人察觉。',
  },
  'lossy-line': {
    title: '有丢包的线路：100 kB，丢包率 1 %',
    description: '重复的确认指出缺口，TCP 不等定时器就补上它。',
  },
  'timeout-though-committed': {
    title: '超时了，服务端却执行了',
    description: '客户端只等 500 ms，函数要用 600 ms：客户端得到错误，调用却被执行了。',
  },
  'executed-twice': {
    title: '重试，执行了两次',
    description: '服务端在产生效果之后、应答之前崩溃。客户端重试：至少一次。',
  },
  'executed-once': {
    title: '重试，只执行一次',
    description: '同样的崩溃，但调用带有幂等键，服务端把应答和效果一起持久保存。',
  },
  'still-waiting': {
    title: '仍在等待',
    description: '服务端停住，它的 TCP 照样确认，调用又没有截止时间：客户端会永远等下去。',
  },
  'crash-before': {
    title: '执行之前崩溃',
    description: '什么都没有执行，但客户端无从得知：至多一次，所以不重试。',
  },
  hedged: {
    title: 'gRPC：对冲的调用',
    description: '150 ms 后还没有应答，于是再发一次同样的调用：先到的应答算数。',
  },
  'one-connection': {
    title: '三次调用，一条 HTTP/1.1 连接',
    description: '一条连接一次只承载一个调用：第二个和第三个在客户端等待。',
  },
  'all-wait': {
    title: 'gRPC：丢一个报文段，全都等待',
    description: '三次调用共用一条 TCP 连接。缺口之后的数据已经到了，但 TCP 不交给程序。',
  },
  'thousand-calls': {
    title: '1,000 次调用，每次十个并行',
    description: '十个调用方共用两个工作线程：一次调用用时多久，取决于谁排在它前面。',
  },
  'thousand-calls-lossy': {
    title: '丢包线路上的 1,000 次调用',
    description: '所有 gRPC 调用共用一条连接：丢失一个数据包，排在后面的都要等，有的便超过了截止时间。',
  },
};

/** What is said about each preset, by language. */
export const presetTexts = { en, 'zh-CN': zhCN } as const;
