// Hessian 2 各字段的用途与读法。章节编号见 Hessian 2.0 序列化协议。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  null: { label: 'null', text: '字母 N：没有值。' },
  boolean: { label: '布尔值', text: '字母 T 表示真，F 表示假；这里是 {value}。' },
  int: { label: 'int', text: '32 位整数，高位字节在前：{value}。它太大，放不进更短的形式。' },
  'int code': { label: 'int 代码', text: '字母 I：后面是四个字节的 int。' },
  'one-octet int': {
    label: '单字节 int',
    text: '这个字节本身就是数值，从 90 起算：{hex} 表示 {value}。可表示 −16 到 47。',
  },
  'two-octet int': {
    label: '双字节 int',
    text: '第一个字节从 c8 起算，是高位；第二个字节是低位：{value}。可表示 −2048 到 2047。',
  },
  'three-octet int': {
    label: '三字节 int',
    text: '第一个字节从 d4 起算，是高位；其余是低位：{value}。可表示 −262144 到 262143。',
  },
  long: { label: 'long', text: '64 位整数，高位字节在前：{value}。' },
  'long code': { label: 'long 代码', text: '字母 L 表示八个字节的 long，Y 表示四个字节就能放下的 long。' },
  'four-octet long': { label: '四字节 long', text: '32 位能放下的 long：{value}。' },
  'one-octet long': {
    label: '单字节 long',
    text: '这个字节本身就是数值，从 e0 起算：{hex} 表示 {value}。可表示 −8 到 15。',
  },
  'two-octet long': {
    label: '双字节 long',
    text: '第一个字节从 f8 起算，是高位；第二个字节是低位：{value}。可表示 −2048 到 2047。',
  },
  'three-octet long': {
    label: '三字节 long',
    text: '第一个字节从 3c 起算，是高位；其余是低位：{value}。可表示 −262144 到 262143。',
  },
  'double zero': { label: 'double 0.0', text: '单独一个代码就表示 0.0。' },
  'double one': { label: 'double 1.0', text: '单独一个代码就表示 1.0。' },
  'double octet': { label: '单字节 double', text: '恰为 −128 到 127 之间整数的 double：{value}。' },
  'double short': { label: '双字节 double', text: '恰为 −32768 到 32767 之间整数的 double：{value}。' },
  'double mill': {
    label: '以千分之一计的 double',
    text: '32 位整数，单位是千分之一：{value}。规范中有一处称它为 float，但其语法和所有已知程序都按千分之一处理。',
  },
  double: { label: 'double', text: '按 IEEE 754 排列的 64 位浮点数：{value}。' },
  'double code': {
    label: 'double 代码',
    text: 'double 的写法：5d 为单字节，5e 为双字节，5f 以千分之一计，44（字母 D）为完整形式。',
  },
  date: { label: '日期', text: '自 1970 年初（UTC）起的毫秒数：{value}。' },
  'date in minutes': { label: '以分钟计的日期', text: '自 1970 年初（UTC）起的分钟数：{value}。只适用于整分钟。' },
  'date code': { label: '日期代码', text: '4a 表示八个字节的毫秒数，4b 表示四个字节的分钟数。' },
  binary: { label: '二进制数据', text: '原样的字节。数据较长时会切成几块。' },
  'binary length': {
    label: '二进制数据的长度',
    text: '说明后面是二进制数据，以及有多少字节：{value}。不超过 15 时占一个字节，不超过 1023 时占两个，否则是一个字母加两个字节。',
  },
  'non-final binary chunk': { label: '二进制数据块', text: '数据的一部分，后面还有。它的字母是 A。' },
  'final binary chunk': { label: '最后一个二进制数据块', text: '数据的最后一部分。' },
  string: {
    label: '字符串',
    text: 'UTF-8 文本：{value}。超出 16 位的字符（如表情符号）按 UTF-16 的两个代理分别写成三个字节。',
  },
  'string length': {
    label: '字符串长度',
    text: '说明后面是字符串，以及有多少个 UTF-16 码元（不是字节）：{value}。不超过 31 时占一个字节，不超过 1023 时占两个，否则是一个字母加两个字节。',
  },
  'non-final string chunk': {
    label: '字符串块',
    text: '文本的一部分，后面还有。它的字母是 R。分块不会切开代理对。',
  },
  'final string chunk': { label: '最后一个字符串块', text: '文本的最后一部分。' },
  'compact list': { label: '列表', text: '最多七个值的列表，长度就在第一个字节里。' },
  'list code and length': {
    label: '列表代码与长度',
    text: '有 {value} 个值的列表：70 到 77 带类型名，78 到 7f 不带。',
  },
  'fixed-length list': { label: '列表', text: '先给出长度、再给出各个值的列表。' },
  'list code': {
    label: '列表代码',
    text: '55 和 57 是以终止符结束的列表，56 和 58 是给定长度的列表。55 和 56 带类型名。',
  },
  'variable-length list': { label: '长度未知的列表', text: '写入者事先不知道长度的列表：以终止符结束。' },
  terminator: { label: '终止符', text: '字母 Z：列表或映射到此结束。' },
  'list length': { label: '列表长度', text: '后面有多少个值：{value}。写法与普通 int 相同。' },
  type: {
    label: '类型名',
    text: '对方语言对这个列表或映射的称呼：{value}。它在本消息的类型表中得到下一个编号。',
  },
  'type reference': { label: '类型引用', text: '本消息先前给出的类型名中的第 {value} 号。' },
  map: { label: '映射', text: '成对的键和值，并带有映射的类型名。' },
  'untyped map': {
    label: '映射',
    text: '成对的键和值。没有类型名时，读取方用自己常用的映射，例如 Java 的 HashMap。',
  },
  'map code': { label: '映射代码', text: '字母 H 表示不带类型名的映射，M 表示带类型名的映射。' },
  'map entry': { label: '映射条目', text: '一个键和它的值。键可以是任何值，多数是字符串。' },
  'map key': { label: '映射的键', text: '下一个值的名字：{value}。' },
  'class definition': {
    label: '类定义',
    text: '在该类的第一个对象之前写一次：类名和各字段名，之后的对象不必重复。',
  },
  'class definition code': { label: '类定义代码', text: '字母 C。' },
  'class name': { label: '类名', text: '对方语言对这个类的称呼：{value}。' },
  'field count': { label: '字段数', text: '后面有多少个字段名：{value}。写法与普通 int 相同。' },
  'field name': { label: '字段名', text: '类的一个字段。对象按这些名字的顺序给出各个值。' },
  'compact object': { label: '对象', text: '一个对象：只有各字段的值，顺序与类定义中的字段名相同。' },
  'object code and class reference': {
    label: '对象代码与类',
    text: '第 {value} 号类的对象；类按在消息中定义的先后从 0 编号。',
  },
  object: { label: '对象', text: '类编号大于 15 的对象：只有各字段的值，顺序与类定义中的字段名相同。' },
  'object code': { label: '对象代码', text: '字母 O：后面是类的编号。' },
  'class reference': { label: '类引用', text: '本消息所定义的类中的第 {value} 号。' },
  ref: {
    label: '值引用',
    text: '就是本消息中第 {value} 个出现的列表、映射或对象。这样共享的值只写一次，一个值也可以包含自身。',
  },
  'ref code': { label: '引用代码', text: '字母 Q：后面是列表、映射或对象的编号。' },
};
