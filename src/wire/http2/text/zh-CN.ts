// HTTP/2 各字段的中文说明。章节编号见 RFC 9113。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  'connection preface': {
    label: '连接前言',
    text: '客户端最先发送的 {length} 个字节。只懂 HTTP/1 的服务器会把它当作一个请求而拒绝，不会造成损害。',
  },
  Length: {
    label: '长度',
    text: '载荷有 {value} 个字节，不含这 9 个字节的帧首部。接收方由此知道下一帧从哪里开始。',
  },
  Type: {
    label: '类型',
    text: '{value}。0 为 DATA，1 为 HEADERS，2 为 PRIORITY，3 为 RST_STREAM，4 为 SETTINGS，5 为 PUSH_PROMISE，6 为 PING，7 为 GOAWAY，8 为 WINDOW_UPDATE，9 为 CONTINUATION。',
  },
  Flags: { label: '标志', text: '对这种类型的帧，每一位说明一件事。' },
  END_STREAM: { label: 'END_STREAM', text: '1 表示发送方在这个流上不再发送任何内容：流在它这一半已关闭。' },
  END_HEADERS: { label: 'END_HEADERS', text: '1 表示字段块到此结束；否则后面还有 CONTINUATION。' },
  PADDED: { label: 'PADDED', text: '1 表示载荷带有填充，其长度写在最前面。' },
  'PRIORITY flag': { label: 'PRIORITY', text: '1 表示字段块之前写有优先级。' },
  ACK: { label: 'ACK', text: '1 表示这一帧只是确认对方发来的同类型的帧。' },
  Reserved: { label: '保留', text: '必须为 0，接收时忽略。' },
  'Stream Identifier': {
    label: '流标识符',
    text: '该帧所属的流。每次调用有自己的流；客户端依次使用奇数。0 表示整个连接。',
  },
  DATA: { label: 'DATA 帧', text: '请求或响应消息体的一部分。只有这种帧受流量控制。' },
  HEADERS: {
    label: 'HEADERS 帧',
    text: '请求或响应开头的首部字段，或结尾的尾部字段，用 HPACK 压缩。',
  },
  PRIORITY: { label: 'PRIORITY 帧', text: '说明某个流相对其他流应如何处理。现已不再使用。' },
  RST_STREAM: {
    label: 'RST_STREAM 帧',
    text: '立即结束一个流：调用被取消，或者出了错。连接和其他流不受影响。',
  },
  SETTINGS: {
    label: 'SETTINGS 帧',
    text: '说明发送方能接受什么、接受多少。每一方都先发送它，由对方确认。',
  },
  PUSH_PROMISE: { label: 'PUSH_PROMISE 帧', text: '服务器预告一个响应，而客户端并未发出相应的请求。' },
  PING: {
    label: 'PING 帧',
    text: '要求用同样的 8 个字节回答：连接是否还活着，往返需要多久？',
  },
  GOAWAY: { label: 'GOAWAY 帧', text: '发送方要关闭连接：不再接受新的流，但会完成它指明的那些流。' },
  WINDOW_UPDATE: {
    label: 'WINDOW_UPDATE 帧',
    text: '允许对方发送更多数据：针对一个流，或（流为 0 时）针对整个连接。',
  },
  CONTINUATION: {
    label: 'CONTINUATION 帧',
    text: '字段块的下一部分，因为一帧放不下。中间不得插入其他帧。',
  },
  'frame of an unknown type': {
    label: '未知类型的帧',
    text: 'HTTP/2 没有定义这种类型。接收方会忽略这样的帧，因此可以扩展。',
  },
  'payload of an unknown type': { label: '载荷', text: '{length} 个字节，含义只有相应的扩展知道。' },
  'Pad Length': { label: '填充长度', text: '帧的末尾有 {value} 个字节的填充。' },
  Data: { label: '数据', text: '消息体中的 {length} 个字节。HTTP/2 只负责传送，不看内容。' },
  Padding: {
    label: '填充',
    text: '{length} 个没有含义的字节，通常为 0，用来向窃听者隐藏内容的长度。',
  },
  'Stream Dependency': { label: '依赖的流', text: '本流所依赖的流。这种机制现已不再使用。' },
  Exclusive: { label: '独占', text: '1 表示本流应插在那个流与依赖它的所有流之间。' },
  Weight: { label: '权重', text: '本流相对其他流的份额减一：0 表示 1，255 表示 256。' },
  'Field Block Fragment': {
    label: '字段块片段',
    text: '{length} 个字节的首部字段，用 HPACK 压缩。如果字段块在 CONTINUATION 帧里继续，就在最后一帧处拼成一整块显示。',
  },
  'Error Code': {
    label: '错误码',
    text: '{value}。0 表示没有错误，1 为 PROTOCOL_ERROR，2 为 INTERNAL_ERROR，3 为 FLOW_CONTROL_ERROR，5 为 STREAM_CLOSED，6 为 FRAME_SIZE_ERROR，7 为 REFUSED_STREAM，8 为 CANCEL，9 为 COMPRESSION_ERROR，11 为 ENHANCE_YOUR_CALM。',
  },
  Identifier: { label: '标识符', text: '该设置的编号：{value}。' },
  Value: { label: '值', text: '该设置的值：{value}。' },
  SETTINGS_HEADER_TABLE_SIZE: {
    label: '首部表大小',
    text: '发送方作为解码方，为 HPACK 的动态表准备多少字节的内存。未设置时为 4096。',
  },
  SETTINGS_ENABLE_PUSH: { label: '允许推送', text: '0 表示发送方不想收到 PUSH_PROMISE。未设置时为 1。' },
  SETTINGS_MAX_CONCURRENT_STREAMS: { label: '最大并发流数', text: '对方最多可以同时打开多少个流。' },
  SETTINGS_INITIAL_WINDOW_SIZE: {
    label: '初始窗口大小',
    text: '在收到 WINDOW_UPDATE 之前，对方在每个流上可以发送多少字节的数据。未设置时为 65535。',
  },
  SETTINGS_MAX_FRAME_SIZE: {
    label: '最大帧大小',
    text: '发送方能接受的帧载荷的最大字节数。未设置时为 16384。',
  },
  SETTINGS_MAX_HEADER_LIST_SIZE: {
    label: '首部列表最大值',
    text: '发送方最多接受多少字节的首部字段（按压缩前计算）。',
  },
  GRPC_ALLOW_TRUE_BINARY_METADATA: {
    label: 'gRPC：原样的二进制元数据',
    text: 'gRPC 自己的设置：1 表示发送方接受原样的二进制元数据，无需 base64。',
  },
  'unknown setting': { label: '未知设置', text: 'HTTP/2 没有定义这个设置。接收方会忽略它。' },
  'Promised Stream ID': { label: '预告的流', text: '预告的响应将在这个流上到来。服务器使用偶数。' },
  'Opaque Data': { label: '不透明数据', text: '由发送方任选的 8 个字节，回答时原样重复。' },
  'Last-Stream-ID': {
    label: '最后一个流',
    text: '发送方已受理的最大的流。在它之后开始的内容可以在别处重试。',
  },
  'Additional Debug Data': { label: '调试数据', text: '写给查找原因的人看的说明。' },
  'Window Size Increment': { label: '窗口增量', text: '还可以再发送这么多字节的数据。' },
};
