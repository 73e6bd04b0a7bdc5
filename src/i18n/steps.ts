// The ten steps of a remote procedure call, by number: what they are called everywhere. Below them, by name, how a step is called where it
// goes otherwise (trace/turns.ts).
import { withChinese } from './locale';

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
  readonly waitsNoLonger: string;
  readonly triesAgain: string;
  readonly reachesNobody: string;
  readonly losesConnection: string;
  readonly waitsForEver: string;
  readonly answersAgain: string;
  readonly stubAnswers: string;
  readonly stubRefuses: string;
  readonly resultUnwanted: string;
  readonly marshalsEmptyReply: string;
  readonly sendsEmptyReply: string;
  readonly unmarshalsEmptyReply: string;
  readonly hasNoResult: string;
}

const en: StepTitles = {
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
  waitsNoLonger: 'The client waits no longer and has an error instead of a result',
  triesAgain: 'The client stub tries again and marshals the call once more',
  reachesNobody: 'The client reaches no server and has an error instead of a result',
  losesConnection: 'The client loses the connection and has an error instead of a result',
  waitsForEver: 'The client is still waiting',
  answersAgain: 'The server stub knows the call by its key and gives the answer that it has kept',
  stubAnswers: 'The server stub marshals an answer of its own into a message',
  stubRefuses: 'The server stub marshals an error of its own into a message',
  resultUnwanted: 'The service executes, and nobody waits for its result',
  marshalsEmptyReply: 'The server stub writes a reply without a result',
  sendsEmptyReply: 'The empty reply is sent back to the client through the socket',
  unmarshalsEmptyReply: 'The client stub receives a reply without a result',
  hasNoResult: 'The client goes on without a result',
};

export const stepTitles = withChinese(en, () => import('./steps/zh-CN').then(module => module.zhCN));
