// The programs of both sides as a JavaScript programmer would write them, without a library for calls.
import type { Behaviour } from '../../../idl/behaviour';
import { ANY } from '../../../idl/types';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { hostAndPort, identifier, propertyName } from '../../javascript-names';
import { javascriptService } from '../../javascript-service';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText, SourceTexts } from '../../protocol';
import { returnedValue } from '../../returned-value';
import { withServedMethods } from '../../served-methods';

const STYLE: JavaScriptStyle = { values: 'json', fault: errorObject };

/** The four texts for this service and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const served = withServedMethods(context);
  return {
    client: client(context),
    clientStub: clientStub(context.authority),
    serverStub: serverStub(served),
    server: server(served),
  };
}

function client({ calls, service }: CodeContext): SourceText {
  const argumentsOf = ({ method, args }: Call) => {
    const params = service.methods.find(({ name }) => name === method)?.params ?? [];
    const members = args.map(
      (value, i) => `${propertyName(params[i]?.name ?? String(i))}: ${javascriptLiteral(value, 'json')}`,
    );
    return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
  };
  return litText('client.js', 'javascript', [
    "import { post } from './client-stub.js';",
    '',
    ...calls.map((call): Line => [`console.log(await post('${call.method}', ${argumentsOf(call)}));`, 1, 10]),
  ]);
}

function clientStub(authority: string): SourceText {
  return litText('client-stub.js', 'javascript', [
    'export async function post(name, args) {',
    ['  const body = JSON.stringify(args);', 2],
    [`  const response = await fetch(\`http://${authority}/\${encodeURIComponent(name)}\`, {`, 3],
    ["    method: 'POST',", 3],
    ["    headers: { 'Content-Type': 'application/json' },", 3],
    ['    body,', 3],
    ['  });', 3],
    ['  const { result, error } = await response.json();', 9],
    ['  if (!response.ok) throw Object.assign(new Error(error.message), { status: response.status });', 9],
    ['  return result;', 10],
    '}',
  ]);
}

function serverStub({ service, authority }: CodeContext): SourceText {
  const [, port] = hostAndPort(authority);
  return litText('server-stub.js', 'javascript', [
    "import http from 'node:http';",
    "import * as service from './service.js';",
    '',
    'const routes = {',
    ...service.methods.map(({ name, params }) => {
      const names = params.map(param => `args[${messageLiteral(param.name)}]`).join(', ');
      return `  ${messageLiteral(`/${encodeURIComponent(name)}`)}: args => service.${identifier(name)}(${names}),`;
    }),
    '};',
    '',
    'const send = (response, status, reply) => {',
    ['  const body = JSON.stringify(reply);', 7],
    ['  response.writeHead(status, {', 8],
    ["    'Content-Type': 'application/json; charset=utf-8',", 8],
    ["    'Content-Length': Buffer.byteLength(body),", 8],
    ['  });', 8],
    ['  response.end(body);', 8],
    '};',
    '',
    'http.createServer(async (request, response) => {',
    ["  let text = '';", 4],
    ["  for await (const octets of request.setEncoding('utf8')) text += octets;", 4],
    ['  const args = JSON.parse(text); // what is no JSON: 400', 4],
    '  const route = routes[request.url];',
    "  if (!route) return send(response, 404, { error: { code: 'not_found' } });",
    '  try {',
    ['    send(response, 200, { result: route(args) });', 5],
    '  } catch (error) {',
    "    const { status = 500, code = 'internal', message } = error;",
    '    send(response, status, { error: { code, message } });',
    '  }',
    `}).listen(${port});`,
  ]);
}

function server(context: CodeContext): SourceText {
  return javascriptService(context, '// The service: it knows nothing of HTTP.', (behaviour, method) =>
    javascriptBody(behaviour, method, STYLE),
  );
}

function errorObject({ code, message, data }: Extract<Behaviour, { does: 'throw' }>): string {
  const status = code !== undefined && code >= 400 && code <= 599 ? code : code === undefined ? 500 : 422;
  const members = [
    `status: ${status}`,
    `code: '${code ?? 'failed'}'`,
    `message: ${messageLiteral(message)}`,
    ...(data === undefined ? [] : [`data: ${javascriptLiteral(returnedValue(ANY, data), 'json')}`]),
  ];
  return `{ ${members.join(', ')} }`;
}
