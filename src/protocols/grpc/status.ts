// How a call ended. gRPC, "Status codes"; gRPC over HTTP2, "Responses" (Status-Message).

export const OK = 0;
export const UNKNOWN = 2;
export const UNIMPLEMENTED = 12;
export const INTERNAL = 13;
/** The codes are 0 to 16. */
const LAST_CODE = 16;

export interface Status {
  readonly code: number;
  readonly message: string;
}

/** Whether a service can refuse a call with `code`. */
export function isErrorCode(code: number | undefined): code is number {
  return code !== undefined && Number.isInteger(code) && code > OK && code <= LAST_CODE;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `text` as UTF-8, each octet of which that is not among the characters `kept` written as % and two hexadecimal digits. */
export function percentEncoded(text: string, kept: RegExp): string {
  return Array.from(encoder.encode(text), octet => {
    const character = String.fromCharCode(octet);
    return kept.test(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** The text that `encoded` stands for. A % without two digits stands for itself, as the specification asks of readers. */
export function percentDecoded(encoded: string): string {
  const octets: number[] = [];
  for (let at = 0; at < encoded.length; at++) {
    const digits = encoded[at] === '%' ? /^[0-9a-f]{2}/i.exec(encoded.slice(at + 1, at + 3)) : null;
    octets.push(digits ? Number.parseInt(digits[0], 16) : encoded.charCodeAt(at));
    if (digits) at += 2;
  }
  return decoder.decode(new Uint8Array(octets));
}
