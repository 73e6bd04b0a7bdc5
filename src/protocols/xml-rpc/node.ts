// The flavour of npm xmlrpc, as far as it differs from Python's: loaded when one of the sides is to speak it.
import { Part } from '../../parts/part';
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { SessionContext } from '../protocol';

export const nodeFlavour = new Part(async () => {
  const [{ NodeMarshaller }, { NodeServer }] = await Promise.all([
    import('./node-marshaller'),
    import('./node-server'),
  ]);
  return {
    marshaller: (writer: ByteWriter) => new NodeMarshaller(writer),
    server: (context: SessionContext) => new NodeServer(context),
  };
});
