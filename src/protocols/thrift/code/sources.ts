// The programs of both sides. The stubs show in short what Thrift's compiler generates of the interface.
//
// Simplified: they are in JavaScript whichever library speaks; the generated code does the same in every language.
import type { CodeContext, SourceTexts } from '../../protocol';
import { withServedMethods } from '../../served-methods';
import { settings } from '../settings';
import { client, server } from './programs';
import { clientStub, serverStub } from './stubs';

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const served = withServedMethods(context);
  return {
    client: client(context, settings(context.options)),
    clientStub: clientStub(context),
    serverStub: serverStub(served),
    server: server(served),
  };
}
