// The programs of both sides, in the language of the library that speaks. The stubs show in short what Thrift's compiler generates of the
// interface.
import type { CodeContext, SourceTexts } from '../../protocol';
import { withServedMethods } from '../../served-methods';
import { type Settings, settings } from '../settings';
import { javaClient } from './java-client';
import { javaClientStub } from './java-stub';
import { javascriptClient, javascriptServer } from './javascript-programs';
import { javascriptClientStub, javascriptServerStub } from './javascript-stubs';
import { pythonClient, pythonServer } from './python-programs';
import { pythonClientStub, pythonServerStub } from './python-stubs';

type Writer = (context: CodeContext, chosen: Settings) => SourceTexts[keyof SourceTexts];

const CLIENTS: Readonly<Record<Settings['client'], readonly [program: Writer, stub: Writer]>> = {
  python: [pythonClient, pythonClientStub],
  node: [javascriptClient, javascriptClientStub],
  java: [javaClient, javaClientStub],
};

const SERVERS: Readonly<Record<Settings['server'], readonly [stub: Writer, program: Writer]>> = {
  python: [pythonServerStub, pythonServer],
  node: [javascriptServerStub, javascriptServer],
};

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const served = withServedMethods(context);
  const chosen = settings(context.options);
  const [client, clientStub] = CLIENTS[chosen.client];
  const [serverStub, server] = SERVERS[chosen.server];
  return {
    client: client(context, chosen),
    clientStub: clientStub(context, chosen),
    serverStub: serverStub(served, chosen),
    server: server(served, chosen),
  };
}
