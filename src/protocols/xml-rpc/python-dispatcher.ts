// What SimpleXMLRPCDispatcher makes of a call: Lib/xmlrpc/server.py. Every failure becomes a fault; system.* it answers by itself.
import { ANY, type Method, type ServiceInterface, STRING, type Type } from '../../idl/types';
import { Dynamic, type Outcome, type ServiceError, type Value } from '../../idl/value';
import { ProblemError } from '../../problem/problem';
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Argument } from './marshaller';
import { fitTo, plain } from './multicall';
import { MULTICALL } from './part-keys';
import { pythonExceptions, systemMethods } from './python-parts';
import type { CallDocument } from './read-document';
import { writeDocument } from './write-document';

/** A call of the local service that has to be made, and the body of the reply when it has ended. */
export interface Dispatch {
  readonly invocations: readonly Invocation[];
  reply(outcomes: readonly Outcome[]): ByteWriter;
}

interface Invocation {
  readonly method: string;
  readonly args: readonly Value[];
}

/** How a call is answered: by a function of the service, at once, or by the answers to several calls. */
type Plan =
  | { readonly kind: 'invoke'; readonly index: number; readonly type: Type }
  | { readonly kind: 'return'; readonly result: Argument }
  | { readonly kind: 'raise'; readonly error: ServiceError }
  | { readonly kind: 'multicall'; readonly plans: readonly Plan[] };

type Answer = { readonly result: Argument } | { readonly error: ServiceError };

/** The namespace of the methods that the server answers by itself. */
const SYSTEM = 'system.';

const LIST: Type = { kind: 'list', element: ANY };
const MAP: Type = { kind: 'map', value: ANY };

/** Dispatches one request. */
export class PythonDispatcher {
  private readonly invocations: Invocation[] = [];

  constructor(
    private readonly service: ServiceInterface,
    private readonly allowNone: boolean,
  ) {}

  /** The calls that `document` asks for; or the answer to the exception that reading it has raised. */
  dispatch(document: CallDocument | ServiceError): Dispatch {
    const method = 'kind' in document ? document.method : '';
    const plan: Plan = 'kind' in document ? this.plan(method, document.args) : { kind: 'raise', error: document };
    return { invocations: this.invocations, reply: outcomes => this.write(method, answer(plan, outcomes)) };
  }

  private plan(name: string, args: readonly Value[]): Plan {
    const method = this.service.methods.find(candidate => candidate.name === name);
    if (method) return this.planMethod(method, args);
    if (name === MULTICALL && args.length === 1) return this.planMulticall(args[0]);
    if (name.startsWith(SYSTEM)) return this.planSystemMethod(name, args);
    return unsupported(name);
  }

  private planSystemMethod(name: string, args: readonly Value[]): Plan {
    const { isSystemMethod, systemMethod } = systemMethods.get();
    return isSystemMethod(name) ? systemMethod(this.service, name, args) : unsupported(name);
  }

  private planMethod(method: Method, args: readonly Value[]): Plan {
    const mismatch = argumentMismatch(method, args.length);
    if (mismatch) return raise('TypeError', mismatch);
    this.invocations.push({ method: method.name, args: args.map((arg, i) => fitTo(arg, method.params[i].type)) });
    return { kind: 'invoke', index: this.invocations.length - 1, type: method.result };
  }

  /** system.multicall takes an array of structs { methodName, params }. */
  private planMulticall(argument: Value): Plan {
    const calls = plain(argument);
    if (!Array.isArray(calls)) return raise('TypeError', 'the argument of system.multicall is no array');
    const plans: Plan[] = [];
    for (const call of calls) {
      const members = plain(call as Value);
      const name = members instanceof Map ? plain(members.get('methodName')) : undefined;
      const params = members instanceof Map ? plain(members.get('params')) : undefined;
      if (name === undefined) return raise('KeyError', "'methodName'");
      if (!Array.isArray(params)) return raise('KeyError', "'params'");
      plans.push(this.plan(String(name), params));
    }
    return { kind: 'multicall', plans };
  }

  /** A result that cannot be written becomes a fault too: dumps() is within the same `try`. */
  private write(method: string, answer: Answer): ByteWriter {
    if ('error' in answer) return this.writeFault(answer.error);
    try {
      return writeDocument('python', this.allowNone, marshaller => marshaller.response(method, answer.result));
    } catch (error) {
      if (error instanceof ProblemError) return this.writeFault(pythonExceptions.get().writingException(error.problem));
      throw error;
    }
  }

  private writeFault(error: ServiceError): ByteWriter {
    const { code, text } = faultOf(error);
    return writeDocument('python', this.allowNone, marshaller => marshaller.fault(code, text));
  }
}

function answer(plan: Plan, outcomes: readonly Outcome[]): Answer {
  switch (plan.kind) {
    case 'return':
      return { result: plan.result };
    case 'raise':
      return { error: plan.error };
    case 'invoke': {
      const outcome = outcomes[plan.index];
      return outcome.kind === 'returned'
        ? { result: { value: outcome.value, type: plan.type } }
        : { error: outcome.error };
    }
    case 'multicall': {
      const results = plan.plans.map(each => multicallResult(answer(each, outcomes)));
      return { result: { value: results, type: LIST } };
    }
  }
}

/** One element of system.multicall's result: an array of one value, so that it differs from a fault struct. */
function multicallResult(answer: Answer): Value {
  if ('result' in answer) return new Dynamic(LIST, [new Dynamic(answer.result.type, answer.result.value)]);
  const { code, text } = faultOf(answer.error);
  const members = [
    ['faultCode', new Dynamic({ kind: 'int' }, code)],
    ['faultString', new Dynamic(STRING, text)],
  ] as const;
  return new Dynamic(MAP, new Map(members));
}

/** A Fault that the service raises keeps its code; any other exception is Fault(1, "%s:%s" % (type(exc), exc)). */
function faultOf({ exception, code, message }: ServiceError): { code: number; text: string } {
  return exception === undefined
    ? { code: code ?? 1, text: message }
    : { code: 1, text: `<class '${exception}'>:${message}` };
}

function unsupported(method: string): Plan {
  return raise('Exception', `method "${method}" is not supported`);
}

function raise(exception: string, message: string): Plan {
  return { kind: 'raise', error: { exception, message } };
}

/** What Python says when a function is called with too few or too many arguments; undefined when the number is right. */
function argumentMismatch({ name, params }: Method, given: number): string | undefined {
  if (given === params.length) return undefined;
  if (given > params.length) {
    const takes = `${params.length} positional argument${params.length === 1 ? '' : 's'}`;
    return `${name}() takes ${takes} but ${given} ${given === 1 ? 'was' : 'were'} given`;
  }
  const missing = params.slice(given).map(param => `'${param.name}'`);
  const plural = missing.length === 1 ? '' : 's';
  return `${name}() missing ${missing.length} required positional argument${plural}: ${enumeration(missing)}`;
}

function enumeration(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
