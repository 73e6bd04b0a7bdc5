// The kinds of field of the JSON bodies: arguments by name in the request, a result or an error in the response.
// No specification says how a call looks in REST. This is what small web services commonly do.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';
import { ARRAY, BRACED } from '../../wire/json/kinds';
import { type JsonShape, PLAIN } from '../../wire/json/shape';

function field(name: string, role: FieldKind['role'], parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({ format: 'rest', name, role, spec: 'RFC 8259 §4', reads: 'text', ...parts });
}

export const ARGUMENTS = field('arguments', 'group', BRACED);
export const REPLY = field('reply', 'group', BRACED);
export const RESULT = field('result', 'group', { gap: 'name-separator' });
export const ERROR = field('error', 'group', { gap: 'name-separator' });

/** The key of the arguments in value paths. */
export const ARGUMENTS_KEY = 'args';

export const REQUEST_SHAPE: JsonShape = { object: ARGUMENTS, array: ARRAY, objectKey: ARGUMENTS_KEY };
export const REPLY_SHAPE: JsonShape = {
  object: REPLY,
  array: ARRAY,
  members: new Map([
    ['result', { kind: RESULT, key: 'result', value: PLAIN }],
    ['error', { kind: ERROR, key: 'error', value: PLAIN }],
  ]),
};
