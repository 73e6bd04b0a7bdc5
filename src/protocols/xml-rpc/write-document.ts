// The octets of a document, as either flavour writes it.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Marshaller } from './marshaller';
import { nodeFlavour } from './node';
import { PythonMarshaller } from './python-marshaller';
import type { Flavour } from './settings';

/** The octets of a document that `write` writes in the manner of `flavour`. */
export function writeDocument(flavour: Flavour, nil: boolean, write: (marshaller: Marshaller) => void): ByteWriter {
  const writer = new ByteWriter();
  write(flavour === 'python' ? new PythonMarshaller(writer, nil) : nodeFlavour.get().marshaller(writer));
  return writer;
}
