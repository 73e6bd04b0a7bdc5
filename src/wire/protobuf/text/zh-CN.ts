// Protocol Buffers 各字段的中文说明。章节名见其编码指南。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  message: {
    label: '消息',
    text: '一连串记录，每个已设置的字段一条。消息的类型和长度都不发送：类型双方都知道，长度由外层协议说明。',
  },
  field: {
    label: '字段',
    text: '一条记录：带字段编号的标签和值。字段名不发送，接收方从自己的消息类型中查到它。',
  },
  'unknown field': {
    label: '未知字段',
    text: '编号不在消息类型中的记录。线路类型说明了它的大小，所以读取方可以跳过它，并把它保留下来。',
  },
  tag: {
    label: '标签',
    text: '字段编号和线路类型合成一个整数（编号 × 8 + 线路类型），以 varint 写出：这里是 {value}。不超过 15 的编号只占一个字节。',
  },
  'continuation bit': { label: '延续位', text: '为 1 时，varint 后面还有字节。' },
  'field number': {
    label: '字段编号',
    text: '说明这是消息类型中的哪个字段。标签占多个字节时，这里是编号的最低几位。',
  },
  'field number, higher bits': {
    label: '字段编号的高位',
    text: '编号接下来的七位：varint 从最低位写起。',
  },
  'wire type': {
    label: '线路类型',
    text: '说明怎样得知值的大小：0 为 VARINT，1 为八个字节，2 表示先写长度，3 和 4 表示组的开始和结束，5 为四个字节。',
  },
  length: {
    label: '长度',
    text: '后面的字节数，以 varint 写出：{value}。读取方在查看值之前就知道它在哪里结束。',
  },
  'repeated field': {
    label: '重复字段',
    text: '列表的元素，每个元素是一条标签相同的记录。元素的个数不写在任何地方。',
  },
  'map field': {
    label: '映射字段',
    text: '映射的各个条目。在线路上，它是一列各含键和值的小消息，顺序没有意义。',
  },
  submessage: {
    label: '子消息',
    text: '消息中的消息，前面写有它的字节长度。写入方必须先知道这个长度。',
  },
  group: {
    label: '组',
    text: '位于开始标签和结束标签之间的消息，不写长度。只有 proto2 有组，而且不建议使用。',
  },
  'end tag': { label: '结束标签', text: '结束编号相同的组：{value}。' },
  packed: {
    label: '紧凑列表',
    text: '所有元素共用一个标签，依次排列，连同长度共 {length} 字节。proto3 默认这样发送数字列表。',
  },
  'map entry': { label: '映射条目', text: '一个小消息：字段 1 是键，字段 2 是值。' },
  key: { label: '键', text: '映射条目的键，总是字段 1。' },
  value: { label: '值', text: '映射条目的值，总是字段 2。' },
  VARINT: {
    label: 'varint',
    text: '类型未知的整数：按无符号数读是 {value}。它也可能是布尔值、枚举或有符号数。',
  },
  I64: { label: '八个字节', text: '可能是 fixed64、sfixed64 或 double：线路类型只说明有八个字节。' },
  I32: { label: '四个字节', text: '可能是 fixed32、sfixed32 或 float：线路类型只说明有四个字节。' },
  'LEN, likely a message': {
    label: '很可能是消息',
    text: '这是猜测：这些字节恰好是完整的记录，所以按消息显示。它们也可能是字节串或紧凑列表。',
  },
  'LEN, likely text': {
    label: '很可能是文本',
    text: '这是猜测：这些字节是可显示的 UTF-8，所以按文本显示。线路上无法区分字符串和消息。',
  },
  'LEN, likely bytes': {
    label: '很可能是字节串',
    text: '这是猜测：这些字节既不是可显示的文本，也不是完整的记录。它们也可能是紧凑列表。',
  },
  double: { label: 'double', text: 'IEEE 754 的 64 位浮点数，这里是 {value}，低位字节在前。' },
  float: { label: 'float', text: 'IEEE 754 的 32 位浮点数，这里是 {value}，低位字节在前。' },
  int32: {
    label: 'int32',
    text: '以 varint 写出的整数 {value}：每个字节七位，低位在前。负数先扩展为 64 位，占十个字节。',
  },
  int64: {
    label: 'int64',
    text: '以 varint 写出的整数 {value}：每个字节七位，低位在前。负数占十个字节。',
  },
  uint32: { label: 'uint32', text: '以 varint 写出的整数 {value}：每个字节七位，低位在前。' },
  uint64: { label: 'uint64', text: '以 varint 写出的整数 {value}：每个字节七位，低位在前。' },
  sint32: {
    label: 'sint32',
    text: '以 zigzag 方式写出的整数 {value}：0、-1、1、-2 依次写成 0、1、2、3，使绝对值小的负数也很短。',
  },
  sint64: {
    label: 'sint64',
    text: '以 zigzag 方式写出的整数 {value}：0、-1、1、-2 依次写成 0、1、2、3，使绝对值小的负数也很短。',
  },
  fixed32: { label: 'fixed32', text: '占四个字节的整数 {value}，低位字节在前。' },
  fixed64: { label: 'fixed64', text: '占八个字节的整数 {value}，低位字节在前。' },
  sfixed32: { label: 'sfixed32', text: '占四个字节的有符号整数 {value}，低位字节在前，采用补码。' },
  sfixed64: { label: 'sfixed64', text: '占八个字节的有符号整数 {value}，低位字节在前，采用补码。' },
  bool: { label: 'bool', text: '值为 0 或 1 的 varint：这里是 {value}。' },
  string: { label: 'string', text: 'UTF-8 文本，前面写有字节长度，没有引号，也没有转义。' },
  bytes: { label: 'bytes', text: '任意字节，前面写有长度，按原样发送。' },
  enum: {
    label: 'enum',
    text: '枚举值的编号 {value}，写法与 int32 相同。它的名称只能从类型中得知。',
  },
};
