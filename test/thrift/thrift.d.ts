// Types of npm thrift 0.24.0, as far as tests and benchmarks use it: the package has none.
declare module 'thrift' {
  import type { Buffer } from 'node:buffer';

  export class Int64 {
    constructor(octets: Buffer);
    readonly buffer: Buffer;
  }

  interface Transport {
    flush(): void;
  }

  interface TransportClass {
    new (buffer: undefined, onFlush: (message: Buffer) => void): Transport;
    receiver(callback: (transport: Transport) => void): (octets: Buffer) => void;
  }

  export const TBufferedTransport: TransportClass;
  export const TFramedTransport: TransportClass;

  export interface Protocol {
    flush(): void;
    writeMessageBegin(name: string, type: number, seqId: number): void;
    writeMessageEnd(): void;
    writeStructBegin(name: string): void;
    writeStructEnd(): void;
    writeFieldBegin(name: string, type: number, id: number): void;
    writeFieldEnd(): void;
    writeFieldStop(): void;
    writeMapBegin(keyType: number, valueType: number, size: number): void;
    writeMapEnd(): void;
    writeListBegin(elementType: number, size: number): void;
    writeListEnd(): void;
    writeSetBegin(elementType: number, size: number): void;
    writeSetEnd(): void;
    writeBool(value: boolean): void;
    writeByte(value: number): void;
    writeI16(value: number): void;
    writeI32(value: number): void;
    writeI64(value: Int64): void;
    writeDouble(value: number): void;
    writeString(value: string): void;
    writeBinary(value: Uint8Array): void;
    readMessageBegin(): { fname: string; mtype: number; rseqid: number };
    readMessageEnd(): void;
    readStructBegin(): void;
    readStructEnd(): void;
    readFieldBegin(): { ftype: number; fid: number };
    readFieldEnd(): void;
    readMapBegin(): { ktype: number; vtype: number; size: number };
    readMapEnd(): void;
    readListBegin(): { etype: number; size: number };
    readListEnd(): void;
    readSetBegin(): { etype: number; size: number };
    readSetEnd(): void;
    readBool(): boolean;
    readByte(): number;
    readI16(): number;
    readI32(): number;
    readI64(): Int64;
    readDouble(): number;
    readString(): string;
    readBinary(): Buffer;
    skip(type: number): void;
  }

  export const TBinaryProtocol: new (transport: Transport, strictRead?: boolean, strictWrite?: boolean) => Protocol;
  export const TCompactProtocol: new (transport: Transport) => Protocol;
  export const TJSONProtocol: new (transport: Transport) => Protocol;

  /** What the two sides of a connection must agree on. */
  interface Agreement {
    readonly transport: TransportClass;
    readonly protocol: new (transport: Transport) => Protocol;
  }

  /** A server whose `processor` reads a message from its input and writes the answer to its output. */
  export function createMultiplexServer(
    processor: { process(input: Protocol, output: Protocol): void },
    agreement: Agreement,
  ): import('node:net').Server;

  interface Connection {
    end(): void;
    on(event: 'error', listener: (error: Error) => void): this;
  }

  export function createConnection(host: string, port: number, agreement: Agreement): Connection;
  export function createClient<T>(
    Client: new (transport: Transport, protocol: Agreement['protocol']) => T,
    to: Connection,
  ): T;
}
