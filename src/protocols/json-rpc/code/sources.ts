// The programs of both sides as a JavaScript programmer would write them. The stubs show in short what jayson 5.0.0 does.
import { summarizeValue } from '../../../idl/summarize';
import type { Method } from '../../../idl/types';
import type { Value } from '../../../idl/value';
import type { Call, CodeContext, SourceText, SourceTexts } from '../../protocol';
import { settings } from '../settings';
import { clientStub } from './client-stub-text';
import { type Line, litText } from './lit-text';
import { identifier, parameterList, propertyName } from './names';
import { serverStub } from './server-stub-text';

/** Characters of an argument that are shown. */
const ARGUMENT_LIMIT = 60;

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const chosen = settings(context.options);
  return {
    client: client(context.calls, context.service.methods),
    clientStub: clientStub(chosen, context.authority),
    serverStub: serverStub(chosen, context.service.methods, context.authority),
    server: server(context.service.methods, context.calls),
  };
}

function client(calls: readonly Call[], methods: readonly Method[]): SourceText {
  const lines: Line[] = ["import { request } from './client-stub.js';", ''];
  if (calls.length === 1) lines.push(...single(calls[0], methods));
  else lines.push(...several(calls, methods));
  return litText('client.js', lines);
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
  return summarizeValue(value, ARGUMENT_LIMIT);
}

function server(methods: readonly Method[], calls: readonly Call[]): SourceText {
  const lines: Line[] = ['// The service: it knows nothing of JSON-RPC.'];
  for (const { name, params } of methods) {
    const text = [
      `export function ${identifier(name)}(${parameterList(params)}) {`,
      '  // … what the service does, and its result',
      '}',
    ];
    const called = calls.some(({ method }) => method === name);
    lines.push('', ...text.map((line): Line => (called ? [line, 6] : line)));
  }
  return litText('service.js', lines);
}
