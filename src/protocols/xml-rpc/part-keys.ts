// What the parts of a document are called in value paths (wire/bytes/field-tree.ts). A multicall is several calls in one document, so its
// parts are called as those of a batch are: ['batch', 0, 'args', 1], ['batch', 0, 'result'], ['batch', 0, 'error', 'faultCode'].

/** The method of the batch. Whoever writes its call out as a call makes the same octets, which nobody can tell from a batch's. */
export const MULTICALL = 'system.multicall';

type Key = string | number;

/** The keys of a call's or a response's parts. Writers and readers take them from here. */
export interface PartKeys {
  /** Of `<params>` in a call, of the outermost `<value>` in a response. */
  readonly whole: string;
  /** Of the `<param>` at `index` in a call. */
  param(index: number): number | undefined;
  /** Of an element or member that `depth` compounds enclose, the innermost of which calls it `key`. */
  part(depth: number, key: Key): Key | undefined;
  /** Of the `<struct>` that `depth` compounds enclose. */
  struct(depth: number): string | undefined;
}

const CALL: PartKeys = { whole: 'args', param: index => index, part: (_, key) => key, struct: () => undefined };
const RESPONSE: PartKeys = { ...CALL, whole: 'result' };

/** `<params>` holds one array of structs: { methodName, params }. */
const MULTICALL_CALL: PartKeys = {
  whole: 'batch',
  param: () => undefined,
  part: (depth, key) => {
    if (depth !== 2) return key;
    return key === 'params' ? 'args' : key === 'methodName' ? undefined : key;
  },
  struct: () => undefined,
};

/** The result is an array, which has for each call an array of one value, or the struct of a fault. */
const MULTICALL_RESPONSE: PartKeys = {
  whole: 'batch',
  param: () => undefined,
  part: (depth, key) => (depth === 2 && key === 0 ? 'result' : key),
  struct: depth => (depth === 1 ? 'error' : undefined),
};

/** The keys of the parts of a call of `method`. */
export function callKeys(method: string): PartKeys {
  return method === MULTICALL ? MULTICALL_CALL : CALL;
}

/** The keys of the parts of a response to a call of `method`; of one that nobody knows the call of, as to a single call. */
export function responseKeys(method: string | undefined): PartKeys {
  return method === MULTICALL ? MULTICALL_RESPONSE : RESPONSE;
}
