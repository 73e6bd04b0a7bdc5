// The ten steps of a remote procedure call, by number: what they are called everywhere. Below them, by name, how a step is called where it
// goes otherwise (trace/turns.ts).
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
  readonly marshalsAllCalls: string;
  readonly marshalsAllOutcomes: string;
  readonly unmarshalsAllOutcomes: string;
  readonly hasAllResults: string;
  readonly hasResultsAndErrors: string;
  readonly callsServiceAgain: string;
  readonly cannotReadRequest: string;
  readonly cannotReadReply: string;
  readonly serviceThrows: string;
  readonly marshalsError: string;
  readonly sendsError: string;
  readonly unmarshalsError: string;
  readonly hasError: string;
  readonly stubAnswers: string;
  readonly stubRefuses: string;
  readonly resultUnwanted: string;
  readonly marshalsEmptyReply: string;
  readonly sendsEmptyReply: string;
  readonly unmarshalsEmptyReply: string;
  readonly hasNoResult: string;
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
    marshalsAllCalls: 'The client stub marshals all the calls into one message',
    marshalsAllOutcomes: 'The server stub marshals all the outcomes into one message',
    unmarshalsAllOutcomes: 'The client stub receives and unmarshals all the outcomes',
    hasAllResults: 'The client has all the results',
    hasResultsAndErrors: 'The client has results of some calls and errors of others',
    callsServiceAgain: 'The server stub calls the local service again',
    cannotReadRequest: 'The server stub receives a message that it cannot read',
    cannotReadReply: 'The client stub receives a reply that it cannot read',
    serviceThrows: 'The service executes and throws an error to the stub',
    marshalsError: 'The server stub marshals the error into a message',
    sendsError: 'The error is sent back to the client through the socket',
    unmarshalsError: 'The client stub receives and unmarshals the error',
    hasError: 'The client has an error instead of a result',
    stubAnswers: 'The server stub marshals an answer of its own into a message',
    stubRefuses: 'The server stub marshals an error of its own into a message',
    resultUnwanted: 'The service executes, and nobody waits for its result',
    marshalsEmptyReply: 'The server stub writes a reply without a result',
    sendsEmptyReply: 'The empty reply is sent back to the client through the socket',
    unmarshalsEmptyReply: 'The client stub receives a reply without a result',
    hasNoResult: 'The client goes on without a result',
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
    marshalsAllCalls: '客户端存根将所有调用编组为一条消息',
    marshalsAllOutcomes: '服务端存根将所有结果编组为一条消息',
    unmarshalsAllOutcomes: '客户端存根收到所有结果并解组',
    hasAllResults: '客户端得到所有结果',
    hasResultsAndErrors: '客户端得到一部分结果和一部分错误',
    callsServiceAgain: '服务端存根再次调用本地服务',
    cannotReadRequest: '服务端存根收到无法读懂的消息',
    cannotReadReply: '客户端存根收到无法读懂的应答',
    serviceThrows: '本地服务执行时向存根抛出错误',
    marshalsError: '服务端存根将错误编组为消息',
    sendsError: '通过套接字把错误发回客户端',
    unmarshalsError: '客户端存根收到错误并解组',
    hasError: '客户端得到的是错误，而不是结果',
    stubAnswers: '服务端存根自己作答，并编组为消息',
    stubRefuses: '服务端存根自己报错，并编组为消息',
    resultUnwanted: '本地服务执行，但没有人等待结果',
    marshalsEmptyReply: '服务端存根写出不带结果的应答',
    sendsEmptyReply: '通过套接字把空应答发回客户端',
    unmarshalsEmptyReply: '客户端存根收到不带结果的应答',
    hasNoResult: '客户端没有结果，继续运行',
  },
};
