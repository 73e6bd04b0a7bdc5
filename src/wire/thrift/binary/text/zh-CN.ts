// Thrift 二进制协议各字段的中文说明，依据 doc/specs/thrift-binary-protocol.md。
import type { Explanation } from '../../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  message: { label: '消息', text: '首部写有方法名，后面是一个结构：调用的参数，或者应答的结果。' },
  version: { label: '版本', text: '字节 80 01：最高位为 1（旧编码从不如此），版本号为 1。' },
  strict: { label: '严格', text: '为 1 表示这里写有版本。旧编码以名称的长度开头，其最高位总是 0。' },
  'version number': { label: '版本号', text: '总是 1。' },
  unused: { label: '未使用', text: '没有意义，读取方忽略它。' },
  'message type': {
    label: '消息类型',
    text: '此处为 {value}。1 是调用，2 是应答，3 是方法未声明的异常，4 是单向调用，没有应答。',
  },
  name: { label: '名称', text: '被调用的方法。服务器在应答中重复这个名称。' },
  'name length': { label: '名称长度', text: '名称占 {value} 字节。' },
  'seq id': { label: '序列号', text: '由客户端选定的数，服务器原样重复，客户端据此知道应答对应哪次调用。' },
  struct: {
    label: '结构',
    text: '字段依次排列，每个字段带有类型和编号，直到停止字段。结构的名称和长度都不发送。',
  },
  field: {
    label: '字段',
    text: '结构的一个字段：类型、编号和值。读取方不认识编号时可以跳过它的值，因为类型说明了值有多长。',
  },
  'field-type': {
    label: '字段类型',
    text: '此处为 {value}。2 bool，3 i8，4 double，6 i16，8 i32，10 i64，11 string 或 binary，12 struct，13 map，14 set，15 list。',
  },
  'field-id': {
    label: '字段编号',
    text: '接口给这个字段的编号。它代替名称，所以字段可以改名，编号却必须不变。',
  },
  'stop field': { label: '停止', text: '在字段类型的位置上出现零字节，结构到此结束。' },
  bool: { label: 'bool', text: '用一整个字节表示一个真值：1 为真，0 为假。' },
  i8: { label: 'i8', text: '一个字节的有符号数，此处为 {value}。负数用补码表示。' },
  i16: { label: 'i16', text: '两个字节的有符号数，高位字节在前，此处为 {value}。' },
  i32: { label: 'i32', text: '四个字节的有符号数，高位字节在前，此处为 {value}。小的数与大的数占用同样多的字节。' },
  i64: { label: 'i64', text: '八个字节的有符号数，高位字节在前，此处为 {value}。' },
  double: { label: 'double', text: '八个字节的 IEEE 754 浮点数，含符号位的字节在前，此处为 {value}。' },
  string: { label: '字符串', text: 'UTF-8 文本，前面写有字节数。' },
  binary: { label: '二进制数据', text: '任意字节，前面写有字节数。在线路上它与文本是同一种类型。' },
  'byte length': { label: '字节长度', text: '后面有 {value} 字节：数的是字节，不是字符。' },
  list: { label: '列表', text: '先写所有元素的类型和个数，然后依次是各个元素。' },
  set: { label: '集合', text: '写法与列表相同。元素不重复由发送方保证。' },
  'element-type': {
    label: '元素类型',
    text: '每个元素的类型，此处为 {value}，编号与字段类型相同。它只发送一次，不随每个元素重复。',
  },
  size: { label: '大小', text: '元素个数：{value}。' },
  map: { label: '映射', text: '先写键和值的类型以及键值对的个数，然后是各个键值对。先后顺序没有意义。' },
  'key-element-type': { label: '键类型', text: '每个键的类型，此处为 {value}，编号与字段类型相同。' },
  'value-element-type': { label: '值类型', text: '每个值的类型，此处为 {value}，编号与字段类型相同。' },
  'map size': { label: '映射大小', text: '键值对的个数：{value}。' },
  'key value pair': { label: '键值对', text: '一个键和与它对应的值。' },
  key: { label: '键', text: '键值对的键。任何类型都可以作键。' },
};
