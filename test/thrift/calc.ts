// The interface that the captured peers speak, test/captures/thrift/calc.thrift, as structs of messages.
import { type Body, CALL, EXCEPTION, type MessageHeader, ONEWAY } from '../../src/wire/thrift/message';
import type { ThriftField, ThriftScalar, ThriftStruct, ThriftType } from '../../src/wire/thrift/schema';

function field(id: number, type: ThriftType | ThriftScalar, name: string): ThriftField {
  return { id, name, type: typeof type === 'string' ? { kind: type } : type, requiredness: 'default' };
}

function struct(name: string, ...fields: readonly ThriftField[]): ThriftStruct {
  return { kind: 'struct', name, fields };
}

const NOT_FOUND = struct('NotFound', field(1, 'i32', 'code'), field(2, 'string', 'message'));
const ITEM = struct('Item', field(1, 'string', 'sku'), field(2, 'i32', 'qty'), field(3, 'double', 'price'));
const ORDER = struct(
  'Order',
  field(1, 'i64', 'id'),
  field(2, 'string', 'name'),
  field(3, 'string', 'city'),
  field(4, 'string', 'mood'),
  field(5, 'i32', 'delta'),
  field(6, 'double', 'price'),
  field(7, 'bool', 'paid'),
  field(8, 'binary', 'blob'),
  field(9, { kind: 'list', element: { kind: 'i32' } }, 'nums'),
  field(10, { kind: 'list', element: ITEM }, 'items'),
  field(11, { kind: 'map', key: { kind: 'string' }, value: { kind: 'i32' } }, 'stock'),
  field(12, 'string', 'note'),
  { ...field(13, 'string', 'extra'), requiredness: 'optional' },
  field(14, 'i16', 'small'),
  field(15, 'i8', 'tiny'),
  field(16, { kind: 'set', element: { kind: 'i64' } }, 'ids'),
  field(17, 'i32', 'color'),
  field(30, 'bool', 'far_false'),
  field(45, 'i32', 'far_id'),
  field(46, { kind: 'list', element: { kind: 'bool' } }, 'flags'),
  field(47, { kind: 'map', key: { kind: 'i32' }, value: { kind: 'bool' } }, 'none_map'),
);
const ORDER_REPLY = struct('OrderReply', field(1, 'bool', 'ok'), field(2, ORDER, 'order'));
const APPLICATION_EXCEPTION = struct('TApplicationException', field(1, 'string', 'message'), field(2, 'i32', 'type'));

interface Method {
  readonly params: readonly ThriftField[];
  readonly result?: ThriftType | ThriftScalar;
  readonly throws?: readonly ThriftField[];
}

const METHODS: Readonly<Record<string, Method>> = {
  fun_add: { params: [field(1, 'i32', 'a'), field(2, 'i32', 'b')], result: 'i32' },
  echo: { params: [field(1, 'string', 's')], result: 'string' },
  missing: { params: [field(1, 'i32', 'a')], result: 'i32' },
  find: { params: [field(1, 'i64', 'id')], result: ORDER, throws: [field(1, NOT_FOUND, 'nf')] },
  create_order: { params: [field(1, ORDER, 'o')], result: ORDER_REPLY },
  fire: { params: [field(1, 'string', 's')] },
  nothing: { params: [] },
  big_len: { params: [field(1, 'string', 's')], result: 'i32' },
  big_get: { params: [field(1, 'i32', 'n')], result: 'string' },
};

/** Arguments are called by their positions, a result `result`, an exception `error`. */
export const calcBody = ({ name, type }: MessageHeader): Body | undefined => {
  const method = METHODS[name];
  if (!method) return undefined;
  if (type === EXCEPTION) return { struct: APPLICATION_EXCEPTION, key: 'error' };
  if (type === CALL || type === ONEWAY)
    return { struct: struct(`${name}_args`, ...method.params.map((param, i) => ({ ...param, key: i }))), key: 'args' };
  const result = method.result === undefined ? [] : [{ ...field(0, method.result, 'success'), key: 'result' }];
  const throws = (method.throws ?? []).map(each => ({ ...each, key: 'error' }));
  return { struct: struct(`${name}_result`, ...result, ...throws) };
};
