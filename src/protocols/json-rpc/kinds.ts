// The kinds of field of a JSON-RPC message, and where in its JSON text each stands.
// JSON-RPC 2.0 specification (jsonrpc.org) §4 to §6. Version 1.0 has the same members without `jsonrpc`, and no batch.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../../wire/bytes/field-kind';
import { ARRAY, BRACED, BRACKETED, OBJECT, QUOTED } from '../../wire/json/kinds';
import { type JsonMemberShape, type JsonShape, PLAIN } from '../../wire/json/shape';

function field(name: string, role: FieldKind['role'], section: string, parts: Partial<FieldKind> = {}): FieldKindId {
  const spec = `JSON-RPC 2.0 §${section}`;
  return defineFieldKind({ format: 'json-rpc', name, role, spec, reads: 'text', ...parts });
}

const MEMBER_PARTS = { gap: 'name-separator' } as const;

export const REQUEST = field('request', 'group', '4', BRACED);
export const RESPONSE = field('response', 'group', '5', BRACED);
export const BATCH = field('batch', 'group', '6', BRACKETED);
export const JSONRPC = field('jsonrpc', 'group', '4', MEMBER_PARTS);
/** The text "2.0". */
export const VERSION = field('version', 'tag', '4', QUOTED);
export const METHOD = field('method', 'group', '4', MEMBER_PARTS);
export const METHOD_NAME = field('method-name', 'name', '4', QUOTED);
export const PARAMS = field('params', 'group', '4.2', MEMBER_PARTS);
export const ID = field('id', 'group', '4', MEMBER_PARTS);
/** A string, a number or null: whatever the client chose. */
export const ID_VALUE = field('id-value', 'identifier', '4', QUOTED);
export const RESULT = field('result', 'group', '5', MEMBER_PARTS);
export const ERROR = field('error', 'group', '5', MEMBER_PARTS);
export const ERROR_OBJECT = field('error-object', 'group', '5.1', BRACED);
export const CODE = field('code', 'group', '5.1', MEMBER_PARTS);
export const MESSAGE = field('message', 'group', '5.1', MEMBER_PARTS);
export const DATA = field('data', 'group', '5.1', MEMBER_PARTS);

/** The end of a message on a raw TCP stream, where the specification leaves the transport open. */
export const DELIMITER = defineFieldKind({
  format: 'json-rpc',
  name: 'delimiter',
  role: 'padding',
  spec: 'jayson 5.0.0, options.delimiter',
  reads: 'hex',
});

const scalar = (kind: FieldKindId): JsonShape => ({ object: OBJECT, array: ARRAY, scalar: kind });

const REQUEST_MEMBERS: ReadonlyMap<string, JsonMemberShape> = new Map([
  ['jsonrpc', { kind: JSONRPC, value: scalar(VERSION) }],
  ['method', { kind: METHOD, value: scalar(METHOD_NAME) }],
  ['params', { kind: PARAMS, key: 'args', value: PLAIN }],
  ['id', { kind: ID, value: scalar(ID_VALUE) }],
]);

const ERROR_SHAPE: JsonShape = {
  object: ERROR_OBJECT,
  array: ARRAY,
  members: new Map([
    ['code', { kind: CODE, key: 'code', value: PLAIN }],
    ['message', { kind: MESSAGE, key: 'message', value: PLAIN }],
    ['data', { kind: DATA, key: 'data', value: PLAIN }],
  ]),
};

const RESPONSE_MEMBERS: ReadonlyMap<string, JsonMemberShape> = new Map([
  ['jsonrpc', { kind: JSONRPC, value: scalar(VERSION) }],
  ['id', { kind: ID, value: scalar(ID_VALUE) }],
  ['result', { kind: RESULT, key: 'result', value: PLAIN }],
  ['error', { kind: ERROR, key: 'error', value: ERROR_SHAPE }],
]);

/** What a batch's array is called in value paths: `['batch', 0, 'args', 1]`, `['batch', 0, 'result']`. */
export const BATCH_KEY = 'batch';

function message(object: FieldKindId, members: ReadonlyMap<string, JsonMemberShape>): JsonShape {
  return { object, array: BATCH, arrayKey: BATCH_KEY, members, element: { object, array: ARRAY, members } };
}

/** A request object, or a batch of them. */
export const REQUEST_SHAPE = message(REQUEST, REQUEST_MEMBERS);
/** A response object, or an array of them. */
export const RESPONSE_SHAPE = message(RESPONSE, RESPONSE_MEMBERS);
