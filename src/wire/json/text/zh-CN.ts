// JSON 各字段的中文说明。章节号为 RFC 8259 的章节。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  object: {
    label: '对象',
    text: '花括号中的一组成员，每个成员由名称和值组成。名称应当唯一；成员的先后对 JSON 没有意义。',
  },
  'begin-object': { label: '对象开始 {', text: '左花括号开启一个对象，成员依次排列，直到与之配对的右花括号。' },
  'end-object': { label: '对象结束 }', text: '右花括号结束对象：JSON 不写长度，只有它说明对象在哪里结束。' },
  member: { label: '成员', text: '对象的一个成员：带引号的名称、一个冒号和一个值。' },
  name: { label: '名称', text: '成员的名称。它以文本形式随每条消息发送，名称越长，每次花费的字节就越多。' },
  'name-separator': { label: '名称分隔符 :', text: '冒号把成员的名称与它的值分开。' },
  'value-separator': { label: '值分隔符 ,', text: '逗号把两个值分开。最后一个值之后不允许有逗号。' },
  array: { label: '数组', text: '方括号中的一列值。先后顺序有意义，类型可以各不相同。' },
  'begin-array': { label: '数组开始 [', text: '左方括号开启一个数组，元素依次排列，直到与之配对的右方括号。' },
  'end-array': { label: '数组结束 ]', text: '右方括号结束数组。元素个数没有写在任何地方，由读取方自己数。' },
  string: { label: '字符串', text: 'UTF-8 文本。引号、反斜杠和控制字符必须转义，其他字符都可以原样书写。' },
  'quotation-mark': { label: '引号 "', text: '引号包围字符串，因此不需要长度也能找到它的结尾。' },
  escape: {
    label: '转义',
    text: '反斜杠及其后的字符代表一个不能原样出现的字符，此处为 {value}。\\u 之后是四位十六进制的 UTF-16 码元。',
  },
  number: { label: '数字', text: '十进制书写的数。JSON 不区分整数与浮点数，许多读取方只保留双精度浮点数的 53 位。' },
  literal: { label: '字面量名', text: 'JSON 认识的三个名称之一：true、false、null，一律小写。' },
  'white-space': { label: '空白', text: '记号之间的空格、制表符和换行没有意义。多数程序为了节省字节而不写空白。' },
};
