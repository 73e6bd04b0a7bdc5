// Lengths, which stand in front of what they count and are known only behind it.
import type { ByteWriter } from '../bytes/byte-writer';
import { varint32Length, writeVarint32 } from '../varint/varint';

/** Keeps room for the length of something that is likely to take `likely` octets. Returns the room's size. */
export function keepRoom(writer: ByteWriter, likely: number): number {
  const room = varint32Length(likely);
  writeVarint32(writer, likely);
  return room;
}

/**
 * Writes the length of what has been written since the `room` octets that were kept at octet `at`. When that takes more or less room, what
 * has been written moves, with its fields from row `row` on.
 */
export function fillRoom(writer: ByteWriter, at: number, room: number, row: number): void {
  const start = at + room;
  const length = writer.length - start;
  const wanted = varint32Length(length);
  if (wanted !== room) writer.insert(start, wanted - room, row);
  let rest = length;
  for (let i = 0; i < wanted - 1; i++, rest >>>= 7) writer.patchUint8(at + i, (rest & 0x7f) | 0x80);
  writer.patchUint8(at + wanted - 1, rest);
}
