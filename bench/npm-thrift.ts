// npm thrift 0.24.0, called as the code that Thrift's compiler generates calls it.
import { Int64, type Protocol, TBinaryProtocol, TBufferedTransport, TCompactProtocol } from 'thrift';
import type { Batch, Entry, Item } from './records';

const BOOL = 2;
const DOUBLE = 4;
const I16 = 6;
const I32 = 8;
const I64 = 10;
const STRING = 11;
const STRUCT = 12;
const LIST = 15;

type ProtocolName = 'binary' | 'compact';

/** A batch as npm thrift wants it: an i64 is an Int64. */
export type NpmBatch = Omit<Batch, 'entries'> & { readonly entries: readonly NpmEntry[] };
type NpmEntry = Omit<Entry, 'total'> & { readonly total: Int64 };

export function npmBatch(batch: Batch): NpmBatch {
  return { ...batch, entries: batch.entries.map(entry => ({ ...entry, total: int64From(entry.total) })) };
}

function int64From(value: bigint): Int64 {
  const octets = Buffer.alloc(8);
  octets.writeInt32BE(Number(value >> 32n), 0);
  octets.writeUInt32BE(Number(value & 0xffffffffn), 4);
  return new Int64(octets);
}

/** The octets of a call whose arguments `write` writes. */
export function npmWrite(protocol: ProtocolName, write: (output: Protocol) => void): Buffer {
  let written: Buffer = Buffer.alloc(0);
  const transport = new TBufferedTransport(undefined, octets => {
    written = octets;
  });
  const output = protocolOver(protocol, transport);
  output.writeMessageBegin('put', 1, 1);
  write(output);
  output.writeMessageEnd();
  output.flush();
  return written;
}

export function npmRead<T>(protocol: ProtocolName, octets: Buffer, read: (input: Protocol) => T): T | undefined {
  let value: T | undefined;
  TBufferedTransport.receiver(transport => {
    const input = protocolOver(protocol, transport);
    input.readMessageBegin();
    value = read(input);
    input.readMessageEnd();
  })(octets);
  return value;
}

function protocolOver(protocol: ProtocolName, transport: InstanceType<typeof TBufferedTransport>): Protocol {
  return protocol === 'binary' ? new TBinaryProtocol(transport) : new TCompactProtocol(transport);
}

export function writeItem(output: Protocol, { sku, qty, price }: Item): void {
  output.writeStructBegin('Item');
  field(output, 'sku', STRING, 1, () => output.writeString(sku));
  field(output, 'qty', I32, 2, () => output.writeI32(qty));
  field(output, 'price', DOUBLE, 3, () => output.writeDouble(price));
  output.writeFieldStop();
  output.writeStructEnd();
}

export function writeBatch(output: Protocol, { head, entries, tail }: NpmBatch): void {
  output.writeStructBegin('Batch');
  field(output, 'head', STRING, 1, () => output.writeString(head));
  field(output, 'entries', LIST, 2, () => {
    output.writeListBegin(STRUCT, entries.length);
    for (const entry of entries) writeEntry(output, entry);
    output.writeListEnd();
  });
  field(output, 'tail', STRING, 3, () => output.writeString(tail));
  output.writeFieldStop();
  output.writeStructEnd();
}

function writeEntry(output: Protocol, entry: NpmEntry): void {
  output.writeStructBegin('Entry');
  field(output, 'id', I32, 1, () => output.writeI32(entry.id));
  field(output, 'name', STRING, 2, () => output.writeString(entry.name));
  field(output, 'city', STRING, 3, () => output.writeString(entry.city));
  field(output, 'delta', I32, 4, () => output.writeI32(entry.delta));
  field(output, 'price', DOUBLE, 5, () => output.writeDouble(entry.price));
  field(output, 'paid', BOOL, 6, () => output.writeBool(entry.paid));
  field(output, 'note', STRING, 7, () => output.writeString(entry.note));
  field(output, 'small', I16, 8, () => output.writeI16(entry.small));
  field(output, 'total', I64, 9, () => output.writeI64(entry.total));
  field(output, 'sku', STRING, 10, () => output.writeString(entry.sku));
  output.writeFieldStop();
  output.writeStructEnd();
}

function field(output: Protocol, name: string, type: number, id: number, write: () => void): void {
  output.writeFieldBegin(name, type, id);
  write();
  output.writeFieldEnd();
}

export function readItem(input: Protocol): unknown {
  const item: Record<number, unknown> = {};
  fields(input, id => {
    item[id] = id === 1 ? input.readString() : id === 2 ? input.readI32() : input.readDouble();
  });
  return item;
}

export function readBatch(input: Protocol): unknown {
  const batch: Record<number, unknown> = {};
  fields(input, id => {
    if (id !== 2) batch[id] = input.readString();
    else {
      const { size } = input.readListBegin();
      const entries: unknown[] = [];
      for (let i = 0; i < size; i++) entries.push(readEntry(input));
      input.readListEnd();
      batch[id] = entries;
    }
  });
  return batch;
}

function readEntry(input: Protocol): unknown {
  const entry: Record<number, unknown> = {};
  fields(input, id => {
    switch (id) {
      case 1:
      case 4:
        entry[id] = input.readI32();
        break;
      case 5:
        entry[id] = input.readDouble();
        break;
      case 6:
        entry[id] = input.readBool();
        break;
      case 8:
        entry[id] = input.readI16();
        break;
      case 9:
        entry[id] = input.readI64();
        break;
      default:
        entry[id] = input.readString();
    }
  });
  return entry;
}

function fields(input: Protocol, read: (id: number) => void): void {
  input.readStructBegin();
  for (let { ftype, fid } = input.readFieldBegin(); ftype !== 0; { ftype, fid } = input.readFieldBegin()) {
    read(fid);
    input.readFieldEnd();
  }
  input.readStructEnd();
}
