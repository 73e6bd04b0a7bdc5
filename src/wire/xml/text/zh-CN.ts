// XML 自身各字段的中文说明。章节编号见 XML 1.0 第五版。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  XMLDecl: {
    label: 'XML 声明',
    text: '说明后面是 XML 1.0。没有写编码时就是 UTF-8。读取方没有它也能工作，但许多程序都会写上。',
  },
  S: { label: '空白', text: '只是为了让人更容易阅读，程序会跳过它。' },
  'byte-order-mark': { label: '字节序标记', text: '有些编辑器会在 UTF-8 文本之前加上的三个字节。' },
  Comment: { label: '注释', text: '写给人看的说明，不属于消息内容。' },
  PI: { label: '处理指令', text: '写给某个程序的指示。XML-RPC 不使用它，会直接跳过。' },
  CharData: { label: '多余文本', text: '出现在只应有元素之处的文本，读取方会跳过它。' },
  CDSect: { label: 'CDATA 区段', text: '其中的文本按原样读取：< 和 & 没有特殊含义，因此无需转义。' },
  CDStart: { label: 'CDATA 开始', text: '从这里开始，标记符号只是普通文本。' },
  CDEnd: { label: 'CDATA 结束', text: '这三个字符结束该区段，也是区段里唯一不能包含的内容。' },
  EntityRef: {
    label: '实体引用',
    text: '{value} 代表一个字符，直接书写会被误认为标记。读取方会把它还原。',
  },
  CharRef: { label: '字符引用', text: '{value} 用 Unicode 编号指明一个字符，因为直接书写会在读取时改变。' },
  element: { label: '未知元素', text: '这种语言里没有的元素。' },
};
