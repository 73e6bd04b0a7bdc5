// Thrift JSON 协议各字段的中文说明，依据各语言库的 TJSONProtocol。
import type { Explanation } from '../../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  message: { label: '消息', text: '五个元素的数组：版本、方法、消息类型、序列号，以及一个装有参数或结果的结构。' },
  'begin-array': { label: '数组开始 [', text: '左方括号开启一个数组。' },
  'end-array': { label: '数组结束 ]', text: '右方括号结束数组。' },
  'begin-object': { label: '对象开始 {', text: '左花括号开启一个对象。' },
  'end-object': { label: '对象结束 }', text: '右花括号结束对象。' },
  'value-separator': { label: '值分隔符 ,', text: '逗号把两个值分开。' },
  'name-separator': { label: '名称分隔符 :', text: '冒号把名称与它的值分开。' },
  'quotation-mark': { label: '引号 "', text: '引号包围一段文本。' },
  version: { label: '版本', text: '协议的版本：总是 1。' },
  name: { label: '名称', text: '被调用的方法。服务器在应答中重复这个名称。' },
  'message type': {
    label: '消息类型',
    text: '此处为 {value}。1 是调用，2 是应答，3 是方法未声明的异常，4 是单向调用，没有应答。',
  },
  'seq id': { label: '序列号', text: '由客户端选定的数，服务器原样重复，客户端据此知道应答对应哪次调用。' },
  struct: { label: '结构', text: '一个对象，成员就是结构的字段。它不需要停止字段：花括号结束它。' },
  field: { label: '字段', text: '结构的一个字段：以编号为名称，值是写有类型和值的对象。' },
  'field-id': {
    label: '字段编号',
    text: '接口给这个字段的编号。JSON 的名称是文本，所以编号写成文本。字段自己的名称不发送。',
  },
  'typed value': { label: '带类型的值', text: '只有一个成员的对象，成员的名称就是值的类型。' },
  'type and value': { label: '类型与值', text: '以类型为名称，后面是值。' },
  'field-type': {
    label: '字段类型',
    text: '此处为 {value}。tf 是 bool，dbl 是 double，str 是 string 或 binary，rec 是 struct，lst 是 list；i8 到 i64、set、map 名称不变。',
  },
  bool: { label: 'bool', text: '用数字表示的真值：1 为真，0 为假。' },
  integer: { label: '整数', text: '十进制书写的数。它可以有多少位由类型决定。' },
  double: { label: 'double', text: '十进制书写的浮点数。' },
  'double as text': { label: '文本形式的 double', text: 'JSON 没有表示 {value} 的数，所以它作为文本发送。' },
  string: { label: '字符串', text: 'UTF-8 文本，使用 JSON 的转义。' },
  binary: {
    label: '二进制数据',
    text: '用 base64 书写的任意字节：四个字母代表三个字节。在线路上它与文本是同一种类型。',
  },
  list: { label: '列表', text: '一个数组：所有元素的类型、个数，以及各个元素。' },
  set: { label: '集合', text: '写法与列表相同。元素不重复由发送方保证。' },
  map: { label: '映射', text: '四个元素的数组：键的类型、值的类型、键值对的个数，以及装有键值对的对象。' },
  'element-type': { label: '元素类型', text: '每个元素的类型：{value}。它只发送一次，不随每个元素重复。' },
  'key-element-type': { label: '键类型', text: '每个键的类型：{value}。' },
  'value-element-type': { label: '值类型', text: '每个值的类型：{value}。' },
  size: { label: '大小', text: '元素或键值对的个数：{value}。读取 JSON 的一方本来也可以自己数。' },
  pairs: { label: '键值对集', text: '一个对象，成员就是映射的键值对。' },
  'key value pair': { label: '键值对', text: '一个键和与它对应的值。' },
  key: { label: '键', text: '键值对的键，无论什么类型都写成文本。' },
};
