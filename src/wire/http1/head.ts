// The head of an HTTP message: start line and fields. RFC 9112 §2.1, RFC 9110 §5.

/** A field of the head, its name as it is written: peers differ in upper and lower case, though HTTP ignores it (RFC 9110 §5.1). */
export type Field = readonly [name: string, value: string];

/** Text after `HTTP/`: '1.1'. */
export type HttpVersion = string;

/** The head of a request. */
export interface RequestHead {
  readonly kind: 'request';
  readonly method: string;
  readonly target: string;
  readonly version: HttpVersion;
  readonly fields: readonly Field[];
}

/** The head of a response. */
export interface ResponseHead {
  readonly kind: 'response';
  readonly version: HttpVersion;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
}

export type Head = RequestHead | ResponseHead;

/** The values of all fields called `name` (in any case), joined by commas as RFC 9110 §5.3 allows; undefined when there is none. */
export function fieldValue(head: Head, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const values = head.fields.filter(([own]) => own.toLowerCase() === wanted).map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
}

/** Whether the sender closes the connection after this message. RFC 9112 §9.3. */
export function closesConnection(head: Head): boolean {
  const options = (fieldValue(head, 'Connection') ?? '').toLowerCase().split(/\s*,\s*/);
  if (options.includes('close')) return true;
  return head.version === '1.0' && !options.includes('keep-alive');
}
