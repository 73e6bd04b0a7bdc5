// What is remarkable about a packet: what befell it on its way or where it came in, and why it was sent where that is not the ordinary course.
import { journeysOf } from './journeys';
import type { Packet, SendingOccasion, Trace } from './trace';

/** `late`: held up by the network. `discarded`: thrown away by its receiver. `again`: its payload has come before. */
export type Mark = 'lost' | 'late' | 'copy' | 'damaged' | 'discarded' | 'again' | SendingOccasion;

/** The marks of `packet`: why it was sent before what befell it. */
export function marksOf(trace: Trace, packet: Packet): readonly Mark[] {
  const { dropped, discarded } = journeysOf(trace)[packet.id];
  const { occasion, repeats, copyOf, heldUp, arrivedBytes } = packet;
  const marks: Mark[] = [];
  if (occasion) marks.push(occasion);
  if (copyOf !== undefined) marks.push('copy');
  else if (repeats && !occasion) marks.push('again');
  if (dropped !== undefined) marks.push('lost');
  if (heldUp !== undefined) marks.push('late');
  if (arrivedBytes) marks.push('damaged');
  if (discarded !== undefined) marks.push('discarded');
  return marks;
}
