// What a recorded Dubbo message says by itself. Dubbo2 Protocol Specification, "Variable Part".
import { ANY } from '../../idl/types';
import type { Outcome } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import { replyOf, type Statement } from '../statement';
import { errorOf } from './client';
import type { Message } from './message';
import { readValue } from './read-value';
import type { ResponseBody } from './response-body';

/** The statement of a request or a response; undefined for an event, which only serves the conversation. */
export function statementOf({ header, body }: Message): Statement | undefined {
  if ('code' in header) return { kind: 'unreadable', problem: header };
  if ('code' in body) return header.event ? undefined : { kind: 'unreadable', problem: body };
  if (body.type === 'event') return undefined;
  const id = String(header.requestId);
  try {
    if (body.type !== 'request') return replyOf(outcomeOf(body), id);
    const args = body.args.map(argument => readValue(ANY, argument));
    return { kind: 'request', calls: [{ method: body.methodName, args, oneway: !header.twoWay, id }], batch: false };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

function outcomeOf(body: ResponseBody): Outcome {
  switch (body.type) {
    case 'value':
      return { kind: 'returned', value: readValue(ANY, body.value) };
    case 'exception':
      return { kind: 'threw', error: errorOf(body.exception) };
    case 'message':
      return { kind: 'threw', error: { exception: 'Error', message: body.message } };
  }
}
