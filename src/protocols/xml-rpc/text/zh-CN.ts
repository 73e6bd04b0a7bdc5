// XML-RPC 各元素的中文说明。出处为 xmlrpc.com/spec 的各节标题。
import type { Explanation } from '../../../wire/bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  'start-tag': {
    label: '开始标签',
    text: '{value} 打开该元素，名称说明其中的内容是什么：XML 自己描述自己，代价是字节很多。',
  },
  'end-tag': {
    label: '结束标签',
    text: '{value} 关闭该元素。XML 不写长度，只有它能说明内容到哪里为止。',
  },
  'white-space': { label: '空白', text: '元素之间的换行，只是为了让人更容易阅读消息。' },
  methodCall: { label: '方法调用', text: '整个调用：方法名和各个参数。' },
  methodName: {
    label: '方法名',
    text: '要调用的过程，以文本表示：“{value}”。服务端存根凭这个名字找到函数。',
  },
  params: { label: '参数列表', text: '按顺序排列的参数。它们没有名字，只能靠位置区分。' },
  param: { label: '参数', text: '一个参数，或者调用的结果：恰好一个值。' },
  value: { label: '值', text: '一个值。其中的元素说明类型；没有元素时就是字符串。' },
  i4: { label: 'i4', text: '32 位有符号整数，以十进制数字书写：{value}。与 int 相同。' },
  int: {
    label: 'int',
    text: '32 位有符号整数。它以文本传送：数值 {value} 就是十进制数字“{value}”，即字节 {hex}。',
  },
  i8: { label: 'i8', text: '64 位整数 {value}。这是扩展类型，并非所有对端都认识。' },
  boolean: { label: '布尔值', text: '真写作 1，假写作 0。这里是 {value}。' },
  string: { label: '字符串', text: 'UTF-8 文本。只有会被 XML 当作标记的字符才需要转义。' },
  double: {
    label: '双精度数',
    text: '以十进制书写的小数：{value}。只需写出能还原同样 64 位的最短数字。',
  },
  'dateTime.iso8601': {
    label: '日期时间',
    text: '{value}：年月日、T、时刻。规范没有规定时区，双方必须事先约定。',
  },
  base64: {
    label: 'base64',
    text: '二进制数据。XML 不能容纳任意字节，所以每三个字节写成四个字母，长度增加三分之一。',
  },
  struct: { label: '结构体', text: '一组带名字的成员：记录、字典或对象。' },
  member: { label: '成员', text: '结构体的一个成员：名称和值。' },
  name: { label: '名称', text: '成员的名称“{value}”。每个结构体都要再发送一次。' },
  array: { label: '数组', text: '按顺序排列的值，类型可以各不相同。' },
  data: { label: '数据', text: '容纳数组的各个值。它没有增加信息，但规范要求必须有。' },
  nil: { label: '空值', text: '没有值：None 或 null。这是扩展，Python 只在 allow_none 时才写。' },
  methodResponse: { label: '方法响应', text: '对调用的回答：要么一个结果，要么一个错误。' },
  fault: {
    label: '错误',
    text: '调用失败。含有 faultCode 和 faultString 的结构体说明原因，客户端存根会把它变成异常。',
  },
  'untyped-string': { label: '无类型标签的字符串', text: '值里没有类型元素时，就是字符串。' },
  'other-text': { label: '其他内容', text: 'HTTP 在这里报告错误，这是它给人看的页面。' },
};
