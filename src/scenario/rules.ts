// What single settings of a scenario must be like: asked by the validation of files and links, and by the fields of the editor.
import { isLocalDateTime } from '../idl/datetime';

/** Milliseconds that a client can wait before it gives a call up. */
export const PATIENCE_LIMITS = [1, 3_600_000] as const;
/** Microseconds that a function of the server can take. */
export const SERVICE_TIME_LIMITS = [0, 60_000_000] as const;

/** Rounds, callers, workers: each from, to. */
export const LOAD_LIMITS = [1, 1000] as const;
/** Connections that a client can have at the same time. */
export const POOL_LIMITS = [1, 100] as const;

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const DOTTED = new RegExp(`^${OCTET}(\\.${OCTET}){3}$`);

/**
 * Whether `text` is the dotted IPv4 address of a host. 0.0.0.0/8 ("this network"), multicast (224/4) and what lies above it are addresses
 * of no single host. RFC 1122 §3.2.1.3, RFC 6890.
 */
export function isHostAddress(text: string): boolean {
  const first = Number(text.split('.', 1)[0]);
  return DOTTED.test(text) && first > 0 && first < 224;
}

/** Whether `text` is a date and time in UTC since 1970: `2024-02-29T12:34:56Z`. */
export function isUtcTime(text: string): boolean {
  return text.endsWith('Z') && text >= '1970' && isLocalDateTime(text.slice(0, -1));
}
