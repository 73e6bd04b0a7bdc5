// npm thrift 0.24.0, driven by a struct's description as the code that Thrift's compiler generates drives it.
import * as thrift from 'thrift';
import { typeCode } from '../../src/wire/thrift/binary/type-codes';
import type { Body, Message, MessageType } from '../../src/wire/thrift/message';
import type { ThriftFields, ThriftStruct, ThriftType, ThriftValue } from '../../src/wire/thrift/schema';

/** Makes a protocol over a transport. */
export type NpmProtocol = (transport: InstanceType<typeof thrift.TBufferedTransport>) => thrift.Protocol;

export const npmBinary: NpmProtocol = transport => new thrift.TBinaryProtocol(transport);
export const npmOldBinary: NpmProtocol = transport => new thrift.TBinaryProtocol(transport, false, false);
export const npmCompact: NpmProtocol = transport => new thrift.TCompactProtocol(transport);
export const npmJson: NpmProtocol = transport => new thrift.TJSONProtocol(transport);

/** The octets that npm thrift writes for `message`. */
export function npmWritten(protocolOf: NpmProtocol, message: Message, body: Body, framed = false): Uint8Array {
  let written = new Uint8Array();
  const Transport = framed ? thrift.TFramedTransport : thrift.TBufferedTransport;
  const transport = new Transport(undefined, octets => {
    written = new Uint8Array(octets);
  });
  const protocol = protocolOf(transport);
  protocol.writeMessageBegin(message.name, message.type, message.seqId);
  writeStruct(protocol, body.struct, message.fields);
  protocol.writeMessageEnd();
  protocol.flush();
  return written;
}

/** The message that npm thrift reads from `octets`. */
export function npmRead(protocolOf: NpmProtocol, octets: Uint8Array, body: Body, framed = false): Message {
  let message: Message | undefined;
  const Transport = framed ? thrift.TFramedTransport : thrift.TBufferedTransport;
  Transport.receiver(transport => {
    const protocol = protocolOf(transport);
    const { fname, mtype, rseqid } = protocol.readMessageBegin();
    const fields = readStruct(protocol, body.struct);
    protocol.readMessageEnd();
    message = { name: String(fname), type: mtype as MessageType, seqId: rseqid, fields };
  })(Buffer.from(octets));
  if (!message) throw new Error('npm thrift waits for more octets');
  return message;
}

/** Writes a struct as generated code does. */
export function writeStruct(protocol: thrift.Protocol, struct: ThriftStruct, fields: ThriftFields): void {
  protocol.writeStructBegin(struct.name);
  for (const { id, name, type } of struct.fields) {
    const value = fields.get(name);
    if (value === undefined) continue;
    protocol.writeFieldBegin(name, typeCode(type.kind), id);
    writeValue(protocol, type, value);
    protocol.writeFieldEnd();
  }
  protocol.writeFieldStop();
  protocol.writeStructEnd();
}

function writeValue(protocol: thrift.Protocol, type: ThriftType, value: ThriftValue): void {
  switch (type.kind) {
    case 'bool':
      protocol.writeBool(value as boolean);
      break;
    case 'i8':
      protocol.writeByte(value as number);
      break;
    case 'i16':
      protocol.writeI16(value as number);
      break;
    case 'i32':
      protocol.writeI32(value as number);
      break;
    case 'i64':
      protocol.writeI64(int64From(value as bigint));
      break;
    case 'double':
      protocol.writeDouble(value as number);
      break;
    case 'string':
      protocol.writeString(value as string);
      break;
    case 'binary':
      protocol.writeBinary(Buffer.from(value as Uint8Array));
      break;
    case 'struct':
      writeStruct(protocol, type, value as ThriftFields);
      break;
    case 'list':
    case 'set':
      writeElements(protocol, type.kind, type.element, value as readonly ThriftValue[]);
      break;
    case 'map': {
      const pairs = value as ReadonlyMap<ThriftValue, ThriftValue>;
      protocol.writeMapBegin(typeCode(type.key.kind), typeCode(type.value.kind), pairs.size);
      for (const [name, each] of pairs) {
        writeValue(protocol, type.key, name);
        writeValue(protocol, type.value, each);
      }
      protocol.writeMapEnd();
      break;
    }
  }
}

function writeElements(
  protocol: thrift.Protocol,
  kind: 'list' | 'set',
  element: ThriftType,
  elements: readonly ThriftValue[],
): void {
  if (kind === 'list') protocol.writeListBegin(typeCode(element.kind), elements.length);
  else protocol.writeSetBegin(typeCode(element.kind), elements.length);
  for (const each of elements) writeValue(protocol, element, each);
  if (kind === 'list') protocol.writeListEnd();
  else protocol.writeSetEnd();
}

/** Reads a struct as generated code does. */
export function readStruct(protocol: thrift.Protocol, struct: ThriftStruct): ThriftFields {
  const fields = new Map<string, ThriftValue>();
  protocol.readStructBegin();
  for (;;) {
    const { ftype, fid } = protocol.readFieldBegin();
    if (ftype === 0) break;
    const field = struct.fields.find(({ id }) => id === fid);
    if (field && typeCode(field.type.kind) === ftype) fields.set(field.name, readValue(protocol, field.type));
    else protocol.skip(ftype);
    protocol.readFieldEnd();
  }
  protocol.readStructEnd();
  return fields;
}

function readValue(protocol: thrift.Protocol, type: ThriftType): ThriftValue {
  switch (type.kind) {
    case 'bool':
      return protocol.readBool();
    case 'i8':
      return protocol.readByte();
    case 'i16':
      return protocol.readI16();
    case 'i32':
      return protocol.readI32();
    case 'i64':
      return protocol.readI64().buffer.readBigInt64BE();
    case 'double':
      return protocol.readDouble();
    case 'string':
      return protocol.readString();
    case 'binary':
      return new Uint8Array(protocol.readBinary());
    case 'struct':
      return readStruct(protocol, type);
    case 'list': {
      const { size } = protocol.readListBegin();
      const elements = Array.from({ length: size }, () => readValue(protocol, type.element));
      protocol.readListEnd();
      return elements;
    }
    case 'set': {
      const { size } = protocol.readSetBegin();
      const elements = Array.from({ length: size }, () => readValue(protocol, type.element));
      protocol.readSetEnd();
      return elements;
    }
    case 'map': {
      const { size } = protocol.readMapBegin();
      const pairs = Array.from({ length: size }, () => {
        const key = readValue(protocol, type.key);
        return [key, readValue(protocol, type.value)] as const;
      });
      protocol.readMapEnd();
      return new Map(pairs);
    }
  }
}

function int64From(value: bigint): thrift.Int64 {
  const octets = Buffer.alloc(8);
  octets.writeBigInt64BE(value);
  return new thrift.Int64(octets);
}
