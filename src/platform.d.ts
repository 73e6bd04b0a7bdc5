// The platform that the core may use besides ECMAScript: two pure functions that Node and every browser share.
// The core is compiled without the DOM library, so that reaching for a clock, the network or the page is a type error.
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
