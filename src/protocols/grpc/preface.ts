// What a client sends before its first frame, with its field. RFC 9113 §3.4.
import { ByteWriter } from '../../wire/bytes/byte-writer';
import type { Pdu } from '../../wire/bytes/pdu';
import { CLIENT_PREFACE } from '../../wire/http2/frame';
import { PREFACE } from '../../wire/http2/kinds';

/** The connection preface. */
export function prefacePdu(): Pdu {
  const writer = new ByteWriter();
  writer.begin(PREFACE);
  writer.text(CLIENT_PREFACE);
  writer.end();
  return { format: 'http2', bytes: writer.finish(), annotations: writer.annotations! };
}
