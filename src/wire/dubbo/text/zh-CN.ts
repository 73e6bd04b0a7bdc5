// Dubbo 首部各字段的用途。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  header: { label: 'Dubbo 首部', text: '每个消息之前的十六个字节：消息是什么、属于哪个请求、后面有多少字节。' },
  Magic: { label: '魔数', text: '固定的两个字节 da bb，用来识别 Dubbo。' },
  flag: { label: '标志', text: '三位说明消息是什么，五位说明数据用哪种方式序列化。' },
  'Req/Res': { label: '请求或响应', text: '请求为 1，响应为 0。' },
  '2 Way': { label: '双向', text: '请求需要响应时为 1。在响应中没有意义。' },
  Event: { label: '事件', text: '为 1 时不是调用而是事件，例如维持连接的心跳。' },
  'Serialization ID': {
    label: '序列化方式',
    text: '数据的序列化方式：{value}。2 是 Hessian 2；3 是 Java，6 是 fastjson，8 是 Kryo，12 是 Protostuff。',
  },
  Status: {
    label: '状态',
    text: '请求的结果：{value}。为 20 时数据是返回值或异常，其他状态时数据是一条消息。请求中此处为 0。',
  },
  'Request ID': {
    label: '请求编号',
    text: '客户端的第 {value} 号请求。响应带有相同的编号，所以多个调用可以共用一个连接，并以任意顺序完成。',
  },
  'Data Length': { label: '数据长度', text: '首部之后有 {value} 字节。' },
};
