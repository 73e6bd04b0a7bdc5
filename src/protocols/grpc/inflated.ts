// What compressed messages stand for, as a PDU of its own: its octets are not on the wire.
import type { Problem } from '../../problem/problem';
import { ByteReader } from '../../wire/bytes/byte-reader';
import { ByteWriter } from '../../wire/bytes/byte-writer';
import { guarded } from '../../wire/bytes/guarded';
import { lazyPdu } from '../../wire/bytes/lazy-pdu';
import type { Pdu } from '../../wire/bytes/pdu';
import { readMessage } from '../../wire/protobuf/read-message';
import { isCompressed, plainMessage } from './compression';
import { INFLATED_MESSAGE, MESSAGE } from './kinds';
import type { ShapeOf } from './length-prefixed';

/** What the compressed ones of `messages`, of which the first has the number `first`, inflate to; undefined when there are none. */
export function inflatedPdu(
  messages: readonly Uint8Array[],
  first: number,
  shapeOf: ShapeOf,
  encoding: string,
): Pdu | undefined {
  const inflated = messages.flatMap((message, index) => {
    const octets = isCompressed(message) ? inflatedOrProblem(message, encoding) : undefined;
    return octets instanceof Uint8Array ? [{ octets, index: first + index }] : [];
  });
  if (inflated.length === 0) return undefined;
  const writer = new ByteWriter(false);
  for (const { octets } of inflated) writer.bytes(octets);
  const bytes = writer.finish();
  return lazyPdu('grpc', bytes, () => {
    const reader = new ByteReader(bytes);
    for (const { octets, index } of inflated) {
      const shape = shapeOf(index);
      const [outer, inner, root] = shape?.keys ?? [];
      reader.begin(INFLATED_MESSAGE, outer);
      reader.begin(MESSAGE, inner);
      reader.limited(octets.length, () => guarded(reader, () => readMessage(reader, shape?.type, root)));
      reader.end();
      reader.end();
    }
    return { annotations: reader.annotations, inner: undefined };
  });
}

function inflatedOrProblem(message: Uint8Array, encoding: string): Uint8Array | Problem {
  return guarded(new ByteReader(message, false), () => plainMessage(message, encoding));
}
