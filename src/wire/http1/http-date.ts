// HTTP's date format, IMF-fixdate. RFC 9110 §5.6.7.

/** `at`, in ms since 1970 (UTC), as `Sun, 06 Nov 1994 08:49:37 GMT`. ECMAScript's toUTCString has the same form for four-digit years. */
export function httpDate(at: number): string {
  return new Date(at).toUTCString();
}
