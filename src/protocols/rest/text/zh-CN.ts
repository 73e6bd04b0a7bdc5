// REST 风格 JSON 正文的字段说明（简体中文）。
import { zhCN as json } from '../../../wire/json/text/zh-CN';
import type { en } from './en';

export const zhCN: typeof en = {
  arguments: { label: '参数', text: '按名称给出的参数，合成一个 JSON 对象。调用哪个函数不在这里，而在请求的路径中。' },
  reply: { label: '应答', text: '应答是一个 JSON 对象：要么是结果，要么是错误。成功与否，头部的状态码已经说明。' },
  result: { label: 'result', text: '存放函数返回值的成员。' },
  error: { label: 'error', text: '说明出错原因的成员。各个服务的写法各不相同，没有大家都遵循的标准。' },
  'begin-object': json['begin-object'],
  'end-object': json['end-object'],
  'name-separator': json['name-separator'],
  'value-separator': json['value-separator'],
};
