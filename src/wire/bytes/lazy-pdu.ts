// A PDU whose fields are noted on demand: most messages are decoded for their values only.
import type { Annotations } from './annotations';
import type { Pdu } from './pdu';

/** What a look at a PDU brings to light. */
export interface Noted {
  readonly annotations: Annotations | undefined;
  readonly inner: Pdu | undefined;
}

/** A PDU of `bytes`. `annotate` is called once, when somebody looks at the fields. */
export function lazyPdu(format: string, bytes: Uint8Array, annotate: () => Noted, title?: string): Pdu {
  let noted: Noted | undefined;
  const note = () => {
    noted ??= annotate();
    return noted;
  };
  return {
    format,
    ...(title !== undefined && { title }),
    bytes,
    get annotations() {
      return note().annotations!;
    },
    get content() {
      return note().inner;
    },
  };
}
