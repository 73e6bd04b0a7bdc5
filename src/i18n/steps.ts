// The ten steps of a remote procedure call, by number: what they are called everywhere.
import type { Texts } from './locale';

export interface StepTitles {
  readonly 1: string;
  readonly 2: string;
  readonly 3: string;
  readonly 4: string;
  readonly 5: string;
  readonly 6: string;
  readonly 7: string;
  readonly 8: string;
  readonly 9: string;
  readonly 10: string;
}

export const stepTitles: Texts<StepTitles> = {
  en: {
    1: 'The client calls the service as if it were local',
    2: 'The client stub marshals method and arguments into a message',
    3: 'The message is sent to the server through a socket',
    4: 'The server stub receives and unmarshals the message',
    5: 'The server stub calls the local service',
    6: 'The service executes and returns its result to the stub',
    7: 'The server stub marshals the result into a message',
    8: 'The message is sent back to the client through the socket',
    9: 'The client stub receives and unmarshals the result',
    10: 'The client has the final result',
  },
  'zh-CN': {
    1: '客户端以本地调用方式调用服务',
    2: '客户端存根将方法、参数编组为消息',
    3: '通过套接字把消息发送到服务端',
    4: '服务端存根收到消息并解组',
    5: '服务端存根调用本地服务',
    6: '本地服务执行并把结果返回存根',
    7: '服务端存根将结果编组为消息',
    8: '通过套接字把结果消息发回客户端',
    9: '客户端存根收到结果消息并解组',
    10: '客户端得到最终结果',
  },
};
