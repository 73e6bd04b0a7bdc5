// Lengths, which stand in front of what they count and are known only behind it.
import type { ByteWriter } from '../bytes/byte-writer';
import { varint32Length, writeVarint32 } from '../varint/varint';

/** Keeps room for the length of something that is likely to take `likely` octets, and writes that. Returns the room's size. */
export function keepRoom(writer: ByteWriter, likely: number): number {
  writeVarint32(writer, likely);
  return varint32Length(likely);
}

/**
 * Writes the length of what has been written since the `room` octets that were kept at octet `at`. When that takes more or less room, what
 * has been written moves, with its fields from row `row` on, if any have been noted. Returns the octets that the length takes.
 */
export function fillRoom(writer: ByteWriter, at: number, room: number, row?: number): number {
  const start = at + room;
  const length = writer.length - start;
  const wanted = varint32Length(length);
  if (wanted !== room) writer.insert(start, wanted - room, row);
  let rest = length;
  for (let i = 0; i < wanted - 1; i++, rest >>>= 7) writer.patchUint8(at + i, (rest & 0x7f) | 0x80);
  writer.patchUint8(at + wanted - 1, rest);
  return wanted;
}
