// The programs of both sides, in the language of the library that speaks; those in JavaScript are here. The stubs show in short what
// @grpc/grpc-js and protobufjs do.
import type { Behaviour } from '../../../idl/behaviour';
import type { Method } from '../../../idl/types';
import type { Value } from '../../../idl/value';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { identifier, propertyName } from '../../javascript-names';
import { javascriptService } from '../../javascript-service';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText, SourceTexts } from '../../protocol';
import { withServedMethods } from '../../served-methods';
import { DEFAULT_SERVICE } from '../paths';
import { settings } from '../settings';
import { pythonClient, pythonClientStub, pythonServer, pythonServerStub } from './python';
import { clientStub, serverStub } from './stub-texts';

const STYLE: JavaScriptStyle = { values: 'objects', fault: statusError };

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const served = withServedMethods(context);
  const { service, authority, options } = context;
  const chosen = settings(options);
  const [program, stub] = chosen.client === 'c-core' ? [pythonClient, pythonClientStub] : [client, clientStub];
  const [answering, functions] = chosen.server === 'c-core' ? [pythonServerStub, pythonServer] : [serverStub, server];
  return {
    client: program(context),
    clientStub: stub(service),
    serverStub: answering(served.service, authority),
    server: functions(served),
  };
}

function client({ calls, service, authority }: CodeContext): SourceText {
  const { name = DEFAULT_SERVICE, methods } = service;
  const stub = identifier(name.slice(name.lastIndexOf('.') + 1));
  return litText('client.js', 'javascript', [
    `import { ${stub} } from './client-stub.js';`,
    '',
    `const client = new ${stub}('http://${authority}');`,
    ...calls.flatMap(call =>
      made(
        call,
        methods.find(each => each.name === call.method),
      ),
    ),
  ]);
}

function made({ method: name, args }: Call, method: Method | undefined): Line[] {
  const params = method?.params ?? [];
  const [first] = params;
  const isMessage = params.length === 1 && (first.type.kind === 'struct' || isStreamed(first));
  const request = isMessage ? literal(args[0]) : `{ ${args.map((arg, i) => named(params[i].name, arg)).join(', ')} }`;
  const result = method?.result.kind === 'struct' ? 'reply' : 'reply.result';
  return [
    [`client.${identifier(name)}(${request}, (error, reply) => {`, 1],
    [`  console.log(error ?? ${method && isStreamed({ type: method.result }) ? 'reply' : result});`, 10],
    '});',
  ];
}

function isStreamed({ type }: { readonly type: Method['result'] }): boolean {
  return type.kind === 'list' && type.streamed === true;
}

function named(name: string, value: Value): string {
  return `${propertyName(name)}: ${literal(value)}`;
}

function literal(value: Value): string {
  return javascriptLiteral(value, STYLE.values);
}

function server(context: CodeContext): SourceText {
  return javascriptService(context, '// The service: it knows nothing of gRPC.', (behaviour, method) =>
    javascriptBody(behaviour, method, STYLE),
  );
}

/** An error with a status code, which the server stub hands on. */
function statusError({ code, message }: Extract<Behaviour, { does: 'throw' }>): string {
  const error = `new Error(${messageLiteral(message)})`;
  return code === undefined ? error : `Object.assign(${error}, { code: ${code} })`;
}
