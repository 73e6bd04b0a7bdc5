// A message as its receiver's TCP hands it to the stub, where bits of it were flipped on the way and no checksum has seen it.
import type { Trace } from './trace';

/**
 * The octets of message `id` as they came in; undefined where they are those that were written. The record may still be written.
 * Simplified: damage to a header that would move the payload is not followed.
 */
export function octetsRead(
  { events, messages, packets }: Pick<Trace, 'events' | 'messages' | 'packets'>,
  id: number,
): Uint8Array | undefined {
  const carries = (packet: number) => packets[packet].carries.filter(({ message }) => message === id);
  if (!packets.some(({ id, arrivedBytes }) => arrivedBytes && carries(id).length > 0)) return undefined;
  const written = messages[id].pdu.bytes;
  const octets = written.slice();
  const discarded = new Set<number>();
  // Backwards, for of octets that came twice TCP keeps the first.
  for (let seq = events.length - 1; seq >= 0; seq--) {
    const event = events[seq];
    if (event.type === 'discarded') discarded.add(event.packet);
    if (event.type !== 'arrived' || discarded.has(event.packet)) continue;
    const { bytes, arrivedBytes = bytes } = packets[event.packet];
    for (const { start, end, at } of carries(event.packet))
      octets.set(arrivedBytes.subarray(at, at + end - start), start);
  }
  return octets.some((octet, place) => octet !== written[place]) ? octets : undefined;
}
