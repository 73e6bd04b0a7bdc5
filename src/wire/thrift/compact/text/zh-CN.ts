// Thrift 紧凑协议各字段的中文说明，依据 doc/specs/thrift-compact-protocol.md。
import type { Explanation } from '../../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  message: { label: '消息', text: '首部写有方法名，后面是一个结构：调用的参数，或者应答的结果。' },
  'protocol id': { label: '协议标识', text: '字节 82，用来识别紧凑协议。' },
  'message type and version': {
    label: '消息类型与版本',
    text: '两个数共用一个字节：高三位是消息类型，低五位是版本。',
  },
  'message type': {
    label: '消息类型',
    text: '1 是调用，2 是应答，3 是方法未声明的异常，4 是单向调用，没有应答。',
  },
  version: { label: '版本', text: '总是 1。' },
  'seq id': {
    label: '序列号',
    text: '由客户端选定的数，此处为 {value}。服务器原样重复，客户端据此知道应答对应哪次调用。',
  },
  name: { label: '名称', text: '被调用的方法。服务器在应答中重复这个名称。' },
  'name length': { label: '名称长度', text: '名称占 {value} 字节。' },
  struct: { label: '结构', text: '字段依次排列，直到停止字段。结构的名称和长度都不发送。' },
  field: {
    label: '字段',
    text: '结构的一个字段：写有类型和编号的首部，以及值。读取方不认识编号时可以跳过它的值。',
  },
  'field-header': {
    label: '字段首部',
    text: '两个数共用一个字节：高四位是编号比上一个字段大多少，低四位是类型。',
  },
  'bool field-header': {
    label: '含真值的字段首部',
    text: '真值不需要自己的字节：低四位的类型为 1 表示真，为 2 表示假。高四位是编号比上一个字段大多少。',
  },
  'field id delta': {
    label: '编号增量',
    text: '与上一个字段的编号相加，在结构开头则与 0 相加。为 0 时，后面写有完整的编号。',
  },
  'field-type': {
    label: '字段类型',
    text: '1 真，2 假，3 i8，4 i16，5 i32，6 i64，7 double，8 string 或 binary，9 list，10 set，11 map，12 struct。',
  },
  'field id': {
    label: '字段编号',
    text: '完整的编号，此处为 {value}，因为它不比上一个编号大 1 到 15。结果的编号是 0。',
  },
  'stop field': { label: '停止', text: '在字段首部的位置上出现零字节，结构到此结束。' },
  bool: { label: 'bool', text: '作为元素的真值占一个字节：1 为真，2 为假。' },
  i8: { label: 'i8', text: '一个字节的有符号数，此处为 {value}。负数用补码表示。' },
  i16: {
    label: 'i16',
    text: '一到三个字节的有符号数，此处为 {value}：先用 zigzag 把符号移到最低位，再每字节写七位，低位在前。',
  },
  i32: {
    label: 'i32',
    text: '一到五个字节的有符号数，此处为 {value}：每字节写七位，低位在前，最高位表示后面还有字节。zigzag 把符号移到了最低位，所以绝对值小的负数也很短。',
  },
  i64: {
    label: 'i64',
    text: '一到十个字节的有符号数，此处为 {value}：先用 zigzag 把符号移到最低位，再每字节写七位，低位在前。',
  },
  double: {
    label: 'double',
    text: '八个字节的 IEEE 754 浮点数，此处为 {value}。与二进制协议不同，低位字节在前：这是一个早期的错误，一直保留了下来。',
  },
  string: { label: '字符串', text: 'UTF-8 文本，前面写有字节数。' },
  binary: { label: '二进制数据', text: '任意字节，前面写有字节数。在线路上它与文本是同一种类型。' },
  'byte length': { label: '字节长度', text: '后面有 {value} 字节：数的是字节，不是字符。' },
  list: { label: '列表', text: '先写元素的个数和共同的类型，然后依次是各个元素。' },
  set: { label: '集合', text: '写法与列表相同。元素不重复由发送方保证。' },
  'size and element-type': {
    label: '大小与元素类型',
    text: '两个数共用一个字节：高四位是大小，低四位是元素类型。',
  },
  'short size': { label: '大小', text: '元素个数。为 15 时，大小写在后面。' },
  'element-type': {
    label: '元素类型',
    text: '编号与字段类型相同。bool 在这里是 1；规范写的是 2，所以读取方两者都接受。',
  },
  size: { label: '大小', text: '元素个数：{value}。少于 15 时会写在前一个字节里。' },
  map: {
    label: '映射',
    text: '先写键值对的个数，再用一个字节写键和值的类型，然后是各个键值对。空映射只是一个零字节。',
  },
  'map size': { label: '映射大小', text: '键值对的个数：{value}。' },
  'key and value type': { label: '键与值的类型', text: '两个类型共用一个字节，编号与字段类型相同。' },
  'key element-type': { label: '键类型', text: '每个键的类型。' },
  'value element-type': { label: '值类型', text: '每个值的类型。' },
  'key value pair': { label: '键值对', text: '一个键和与它对应的值。' },
  key: { label: '键', text: '键值对的键。任何类型都可以作键。' },
};
