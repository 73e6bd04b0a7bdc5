// dateTime.iso8601: `20240229T12:34:56`, a date without hyphens and a time without a zone. The specification leaves the zone open:
// "Don't assume a timezone. It should be specified by the server in its documentation".
import { isLocalDateTime } from '../../idl/datetime';

const BASIC = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d:\d\d:\d\d)$/;

/** `2024-02-29T12:34:56` as XML-RPC writes it. */
export function xmlRpcDateTime(iso: string): string {
  return iso.slice(0, 10).replaceAll('-', '') + iso.slice(10);
}

/** The date and time in the form `2024-02-29T12:34:56`, or undefined when `text` is none. Hyphens are allowed, as npm xmlrpc does. */
export function isoDateTime(text: string): string | undefined {
  const parts = BASIC.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, time] = parts;
  const iso = `${year}-${month}-${day}T${time}`;
  return isLocalDateTime(iso) ? iso : undefined;
}
