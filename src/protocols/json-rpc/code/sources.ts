// The programs of both sides as a JavaScript programmer would write them. The stubs show in short what jayson 5.0.0 does.
import type { Behaviour } from '../../../idl/behaviour';
import { ANY, type Method } from '../../../idl/types';
import type { Value } from '../../../idl/value';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { propertyName } from '../../javascript-names';
import { javascriptService } from '../../javascript-service';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText, SourceTexts } from '../../protocol';
import { returnedValue } from '../../returned-value';
import { withServedMethods } from '../../served-methods';
import { settings } from '../settings';
import { clientStub } from './client-stub-text';
import { serverStub } from './server-stub-text';

const STYLE: JavaScriptStyle = { values: 'json', fault: errorObject };

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const chosen = settings(context.options);
  const served = withServedMethods(context);
  return {
    client: client(context.calls, context.service.methods),
    clientStub: clientStub(chosen, context.authority),
    serverStub: serverStub(chosen, served.service.methods, context.authority),
    server: server(served),
  };
}

function client(calls: readonly Call[], methods: readonly Method[]): SourceText {
  const lines: Line[] = ["import { request } from './client-stub.js';", ''];
  if (calls.length === 1) lines.push(...single(calls[0], methods));
  else lines.push(...several(calls, methods));
  return litText('client.js', 'javascript', lines);
}

function single(call: Call, methods: readonly Method[]): Line[] {
  if (call.oneway) return [[`request(${requestArguments(call, methods)}, null, () => {});`, 1]];
  return [
    [`request(${requestArguments(call, methods)}, (error, response) => {`, 1],
    ['  console.log(error ?? response.error ?? response.result);', 10],
    '});',
  ];
}

/** Calls of one batch. An id of null asks for a notification. */
function several(calls: readonly Call[], methods: readonly Method[]): Line[] {
  return [
    ['request([', 1],
    ...calls.map(
      (call): Line => [
        `  request(${requestArguments(call, methods)}, ${call.oneway ? 'null' : 'undefined'}, false),`,
        1,
      ],
    ),
    ['], (error, responses) => {', 1],
    ['  for (const { error, result } of responses ?? []) console.log(error ?? result);', 10],
    '});',
  ];
}

function requestArguments({ method, args, named }: Call, methods: readonly Method[]): string {
  const params = methods.find(({ name }) => name === method)?.params ?? [];
  const values = args.map(argument);
  const list = named
    ? `{ ${values.map((value, i) => `${propertyName(params[i]?.name ?? String(i))}: ${value}`).join(', ')} }`
    : `[${values.join(', ')}]`;
  return `'${method}', ${list}`;
}

function argument(value: Value): string {
  return javascriptLiteral(value, STYLE.values);
}

function server(context: CodeContext): SourceText {
  return javascriptService(context, '// The service: it knows nothing of JSON-RPC.', (behaviour, method) =>
    javascriptBody(behaviour, method, STYLE),
  );
}

/** An error object, which the server stub hands on: JSON-RPC 2.0 §5.1. */
function errorObject({ code, message, data }: Extract<Behaviour, { does: 'throw' }>): string {
  const members = [
    ...(code === undefined ? [] : [`code: ${code}`]),
    `message: ${messageLiteral(message)}`,
    ...(data === undefined ? [] : [`data: ${javascriptLiteral(returnedValue(ANY, data), 'json')}`]),
  ];
  return `{ ${members.join(', ')} }`;
}
