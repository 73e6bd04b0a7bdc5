// The programs of both sides, each in the language of its flavour.
import type { CodeContext, SourceTexts } from '../../protocol';
import { withServedMethods } from '../../served-methods';
import { settings } from '../settings';
import { nodeClient, nodeClientStub, nodeServer, nodeServerStub } from './node-texts';
import { pythonClient, pythonClientStub, pythonServer, pythonServerStub } from './python-texts';

/** The four texts for this service, these options and these calls. */
export function sources(context: CodeContext): SourceTexts {
  const chosen = settings(context.options);
  const served = withServedMethods(context);
  const client =
    chosen.client === 'python'
      ? { client: pythonClient(context, chosen), clientStub: pythonClientStub(context, chosen) }
      : { client: nodeClient(context), clientStub: nodeClientStub(context) };
  const server =
    chosen.server === 'python'
      ? { serverStub: pythonServerStub(served, chosen), server: pythonServer(served) }
      : { serverStub: nodeServerStub(served), server: nodeServer(served) };
  return { ...client, ...server };
}
