// JSON-RPC 各字段的中文说明。章节号为 JSON-RPC 2.0 规范的章节。
import type { Explanation } from '../../../wire/bytes/explanation';
import { zhCN as json } from '../../../wire/json/text/zh-CN';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  request: { label: '请求对象', text: '一次调用：调用哪个方法、带哪些参数、应答用哪个 id。没有 id 的请求是通知。' },
  response: { label: '响应对象', text: '对一个请求的应答：带有该请求的 id，以及结果或错误二者之一，绝不同时出现。' },
  batch: { label: '批量', text: '一起发送的一组请求，或它们的一组响应。响应可以按任意顺序返回，通知没有响应。' },
  jsonrpc: { label: 'jsonrpc', text: '说明版本的成员。JSON-RPC 1.0 没有它，两个版本由此区分。' },
  version: { label: '版本', text: '必须恰好是文本 "2.0"。2.0 的服务端对其他内容一律回答 “Invalid request”。' },
  method: { label: 'method', text: '说明要调用哪个函数的成员。' },
  'method-name': {
    label: '方法名',
    text: '以文本书写的函数名：服务端在自己的函数表中查找它。以 “rpc.” 开头的名称为保留名称。',
  },
  params: { label: 'params', text: '参数：数组按位置给出，对象按名称给出。每个参数的含义只有接口知道。' },
  id: { label: 'id', text: '由客户端选定，服务端原样返回，客户端据此知道响应属于哪次调用。' },
  'id-value': { label: 'id 的值', text: '这次调用的编号或名称，此处为 {value}。服务端读不出请求的 id 时，它为 null。' },
  result: { label: 'result', text: '函数的返回值。只有调用成功时才有。' },
  error: { label: 'error', text: '调用失败的原因。2.0 版中它代替结果出现；1.0 版中它始终存在，成功时为 null。' },
  'error-object': { label: '错误对象', text: '把失败告诉程序（code）、告诉人（message），并给出细节（data）。' },
  code: {
    label: 'code',
    text: '供程序使用的整数。-32768 到 -32000 由 JSON-RPC 保留：-32601 表示 “Method not found”，其余由服务自行规定。',
  },
  message: { label: 'message', text: '给人看的一句简短说明。' },
  data: { label: 'data', text: '服务端对错误的进一步说明，形式由服务自行决定。' },
  delimiter: {
    label: '分隔符',
    text: '换行符结束一条消息：TCP 流本身没有边界。JSON 字符串中的换行必须转义，因此不会混淆。',
  },
  'begin-object': json['begin-object'],
  'end-object': json['end-object'],
  'begin-array': json['begin-array'],
  'end-array': json['end-array'],
  'name-separator': json['name-separator'],
  'value-separator': json['value-separator'],
  'quotation-mark': json['quotation-mark'],
};
