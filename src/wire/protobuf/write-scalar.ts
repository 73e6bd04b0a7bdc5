// Values of scalar types as octets. Protocol Buffers, Encoding, "More Integer Types", "Non-varint Numbers".
import { ByteWriter } from '../bytes/byte-writer';
import { writeSignExtended, writeVarint32, writeVarint64, writeZigzag32, writeZigzag64 } from '../varint/varint';
import type { Scalar } from './scalar';
import type { ProtobufValue } from './value';
import { VARINT } from './wire-type';

/** Turns octets around: what is put in with the lowest octet first comes out as a big-endian number. */
const turn = new DataView(new ArrayBuffer(4));

/** Writes a number, bool or enum. It must be in the range of its type. */
export function writeNumber(writer: ByteWriter, scalar: Scalar, value: ProtobufValue): void {
  switch (scalar) {
    case 'int32':
    case 'enum':
      writeSignExtended(writer, value as number);
      break;
    case 'uint32':
      writeVarint32(writer, value as number);
      break;
    case 'int64':
    case 'uint64':
      writeVarint64(writer, value as bigint);
      break;
    case 'double':
      writer.float64(value as number, true);
      break;
    case 'bool':
      writer.uint8(value ? 1 : 0);
      break;
    case 'sint32':
      writeZigzag32(writer, value as number);
      break;
    case 'sint64':
      writeZigzag64(writer, value as bigint);
      break;
    case 'float':
      turn.setFloat32(0, value as number, true);
      writer.uint32(turn.getUint32(0));
      break;
    case 'fixed32':
    case 'sfixed32':
      turn.setInt32(0, value as number, true);
      writer.uint32(turn.getUint32(0));
      break;
    case 'fixed64':
    case 'sfixed64':
      writer.int64(value as bigint, true);
      break;
  }
}

/** The octets of a record of its own with a value of an enum field. */
export function enumRecord(number: number, value: ProtobufValue): Uint8Array {
  const writer = new ByteWriter(false, 16);
  writeVarint32(writer, ((number << 3) | VARINT) >>> 0);
  writeNumber(writer, 'enum', value);
  return writer.finish();
}
