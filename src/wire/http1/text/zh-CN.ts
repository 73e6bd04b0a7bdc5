// HTTP/1.1 各字段的中文说明。章节编号见 RFC 9112 与 RFC 9110。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  'HTTP-message': {
    label: 'HTTP 消息',
    text: '由起始行、若干首部字段行、一个空行以及可能存在的消息体组成。首部是人可以直接阅读的文本，消息体的格式由 Content-Type 说明。',
  },
  'request-line': { label: '请求行', text: '说明要做什么：方法、目标和版本，彼此之间各有一个空格。' },
  SP: { label: '空格', text: '起始行的各部分之间恰好用一个空格隔开。' },
  CRLF: { label: '回车换行', text: '回车符加换行符表示一行结束，HTTP 只凭它判断行尾。' },
  method: {
    label: '方法',
    text: '要对目标做什么。基于 HTTP 的 RPC 使用 POST：提交消息体并取回结果。被调用过程的名字写在消息体里。',
  },
  'request-target': { label: '请求目标', text: '服务器上的路径，即接收调用的位置。主机名写在 Host 字段里。' },
  'HTTP-version': {
    label: 'HTTP 版本',
    text: '发送方使用的版本。从 1.1 起，除非有一方声明 close，连接会保持以供下一条消息使用；1.0 则相反。',
  },
  'status-line': { label: '状态行', text: '说明结果如何：版本、状态码和给人看的短语。' },
  'status-code': {
    label: '状态码',
    text: '三位数字：{value}。它只说明 HTTP 层的情况，被调用过程出错时通常仍然是 200。',
  },
  'reason-phrase': { label: '原因短语', text: '用文字表达的状态码，程序会忽略它。' },
  'field-line': { label: '首部字段', text: '消息的一项属性：名称、冒号、值。' },
  colon: { label: '冒号', text: '冒号表示名称结束，其后的空格可有可无，不属于值。' },
  'field-name': { label: '字段名', text: '不区分大小写，但每个库都有自己的写法习惯，可以据此认出它。' },
  'field-value': { label: '字段值', text: '该字段的值，以文本表示。' },
  'content-length': {
    label: '内容长度',
    text: '消息体共 {value} 字节。TCP 只提供字节流，接收方要靠这个数字知道消息在哪里结束。',
  },
  'idempotency-key': {
    label: '幂等键',
    text: '同一次调用的各次尝试都带着这个键 {value}，其他调用都不带它：已经应答过它的服务端会再给出同样的应答，而不会再执行一次。',
  },
  'empty-line': { label: '空行', text: '没有内容的一行：首部字段到此为止。' },
  'message-body': { label: '消息体', text: '消息真正要传递的 {length} 个字节，HTTP 只负责运送，不看里面的内容。' },
  chunk: { label: '分块', text: '发送方开始发送时还不知道总长度，于是把消息体分块发送：先写大小，再写数据。' },
  'chunk-size': { label: '分块大小', text: '本块的字节数，用十六进制书写。0 表示后面没有了。' },
  'chunk-ext': { label: '分块扩展', text: '分块的附加信息，接收方会忽略自己不认识的扩展。' },
  'chunk-data': { label: '分块数据', text: '消息体中的 {length} 个字节。' },
  'last-chunk': { label: '末块', text: '大小为 0 的分块表示消息体结束，其后可以再跟尾部字段。' },
};
