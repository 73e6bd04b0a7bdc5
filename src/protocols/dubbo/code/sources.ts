// The programs of both sides as a JavaScript programmer would write them. The stubs show in short what dubbo2.js and sofa-rpc-node do;
// their comments name the layers of Dubbo's architecture (dubbo.apache.org, "Framework Design") on the call's path.
import type { Behaviour } from '../../../idl/behaviour';
import type { Method } from '../../../idl/types';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { identifier, propertyName } from '../../javascript-names';
import { ES_MODULE, javascriptService, type ModuleStyle } from '../../javascript-service';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText, SourceTexts } from '../../protocol';
import { withServedMethods } from '../../served-methods';
import { JavaTypes } from '../java-types';
import { settings } from '../settings';
import { clientStub } from './client-stub-text';
import { serverStub } from './server-stub-text';

const STYLE: JavaScriptStyle = { values: 'objects', fault };

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const chosen = settings(context.options);
  const java = new JavaTypes(context.service.name, chosen.types);
  const served = withServedMethods(context);
  return {
    client: client(context.calls),
    clientStub: clientStub(chosen, java, context.service.methods, context.authority),
    serverStub: serverStub(chosen, java, served.service.methods, context.authority),
    server: server(served),
  };
}

function client(calls: readonly Call[]): SourceText {
  const lines = calls.map(({ method, args }): Line => {
    const list = args.map(value => javascriptLiteral(value, STYLE.values)).join(', ');
    return [`console.log(await service.${property(method)}(${list}));`, 1, 10];
  });
  return litText('client.js', 'javascript', ["import { service } from './client-stub.js';", '', ...lines]);
}

function property(method: string): string {
  const name = propertyName(method);
  return name === method ? name : identifier(method);
}

/** Dubbo's servers await what a method returns. */
const ASYNC_MODULE: ModuleStyle = {
  ...ES_MODULE,
  head: (name, parameters) => `export async function ${name}(${parameters}) {`,
};

function server(context: CodeContext): SourceText {
  const bodyOf = (behaviour: Behaviour, method: Method) => javascriptBody(behaviour, method, STYLE);
  return javascriptService(context, '// The service: it knows nothing of Dubbo.', bodyOf, ASYNC_MODULE);
}

/** Only the message of an error reaches the client. */
function fault({ message }: Extract<Behaviour, { does: 'throw' }>): string {
  return `new Error(${messageLiteral(message)})`;
}
