// Tells a gRPC conversation from others by its first octets: HTTP/2's preface says nothing of gRPC, its header fields do.
import { CLIENT_PREFACE } from '../../wire/http2/frame';
import { FrameReader } from '../../wire/http2/frame-reader';

/** How sure it is that these octets are gRPC, 0 to 1. */
export function recognise(c2s: Uint8Array): number {
  const preface = new TextDecoder('latin1').decode(c2s.subarray(0, CLIENT_PREFACE.length));
  if (preface !== CLIENT_PREFACE) return 0;
  for (const received of new FrameReader('client').push(c2s)) {
    const type = received.kind === 'frame' && received.fields?.find(({ name }) => name === 'content-type')?.value;
    if (type) return type.startsWith('application/grpc') ? 0.95 : 0.1;
  }
  return 0.3;
}
