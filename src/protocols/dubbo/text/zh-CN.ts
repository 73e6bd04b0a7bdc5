// Dubbo 消息数据部分的中文说明：首部之后的请求或响应。
import type { Explanation } from '../../../wire/bytes/explanation';
import { zhCN as hessian } from '../../../wire/hessian2/text/zh-CN';
import type { en } from './en';

export const zhCN: Readonly<Record<keyof typeof en, Explanation>> = {
  'RPC request': {
    label: 'RPC 请求',
    text: '一次调用的数据：按双方约定的顺序排列的 Hessian 2 值。调用经过 Dubbo 的各层到达这里：服务代理层（proxy）从程序接过调用，路由层（cluster）选出服务端，远程调用层（protocol）把它变成请求，数据序列化层（serialize）在此写出；信息交换层（exchange）加上首部，网络传输层（transport）把它们发出。',
  },
  'Dubbo version': {
    label: 'Dubbo 版本',
    text: '客户端使用的 Dubbo 协议版本：{value}。从 2.0.2 起，响应可以带附件。',
  },
  'Service name': { label: '服务名', text: '客户端要调用的接口，用 Java 的名称书写：{value}。' },
  'Service version': { label: '服务版本', text: '该服务的版本：{value}。服务端可以同时提供多个版本。' },
  'Method name': { label: '方法名', text: '要调用的方法。Java 允许方法同名，所以后面还有参数类型。' },
  'Method parameter types': {
    label: '参数类型',
    text: '按 Java 虚拟机的写法给出的参数类型：{value}。I 是 int，J 是 long，D 是 double，Z 是 boolean，[B 是 byte[]；Ljava/lang/String; 是一个类。由此也知道后面有几个参数。',
  },
  'Method arguments': { label: '参数', text: '各个参数的值，每个参数类型对应一个。' },
  Attachments: {
    label: '附件',
    text: '随调用或结果一起传输的文本，各有名称，如同 HTTP 的首部字段。Hessian 把它们写成一个映射。',
  },
  attachment: {
    label: '附件项',
    text: '一个名称和它的文本，例如发起调用的是哪个应用。服务端凭附件项 idempotency-key 认出重复的调用。',
  },
  'RPC response': {
    label: 'RPC 响应',
    text: '响应的数据：状态为 OK 时是一个类型，以及方法的返回值或异常；其他状态时是一条消息。它按相反的顺序经过各层返回：从执行本地调用的远程调用层（protocol）到网络传输层（transport）。',
  },
  'Return value type': {
    label: '返回值类型',
    text: '后面是什么：{value}。它是 Hessian 的 int，所以 90 到 95 表示 0 到 5。',
  },
  'error message': { label: '错误消息', text: '调用失败的原因：{value}。首部中的状态不是 OK，所以这里是消息。' },
  'event data': { label: '事件数据', text: '是什么事件：null 表示心跳。' },
  'string length': hessian['string length'],
};
