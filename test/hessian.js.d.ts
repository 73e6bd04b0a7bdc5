// npm hessian.js has no types of its own.
declare module 'hessian.js' {
  const hessian: {
    encode(value: unknown, version: '2.0'): Buffer;
    decode(octets: Uint8Array, version: '2.0'): unknown;
    DecoderV2: new (octets: Buffer) => { read(): unknown };
  };
  export default hessian;
}
