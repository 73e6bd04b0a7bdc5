// The methods that Python's server answers by itself: register_introspection_functions and register_multicall_functions of
// Lib/xmlrpc/server.py, after the reserved names of the XML-RPC Introspection extension.
import { ANY, type ServiceInterface, STRING, type Type } from '../../idl/types';
import { Dynamic, type ServiceError, type Value } from '../../idl/value';
import type { Argument } from './marshaller';
import { plain } from './multicall';

const STRINGS: Type = { kind: 'list', element: STRING };

/** The documentation strings that system.methodHelp returns: quoted from Lib/xmlrpc/server.py, as pydoc.getdoc trims them. */
const HELP: Readonly<Record<string, string>> = {
  'system.listMethods':
    "system.listMethods() => ['add', 'subtract', 'multiple']\n\nReturns a list of the methods supported by the server.",
  'system.methodHelp':
    'system.methodHelp(\'add\') => "Adds two integers together"\n\nReturns a string containing documentation for the specified method.',
  'system.methodSignature':
    "system.methodSignature('add') => [double, int, int]\n\nReturns a list describing the signature of the method. In the\nabove example, the add method takes two integers as arguments\nand returns a double result.\n\nThis server does NOT support system.methodSignature.",
  'system.multicall':
    "system.multicall([{'methodName': 'add', 'params': [2, 2]}, ...]) => [[4], ...]\n\nAllows the caller to package multiple XML-RPC calls into a single\nrequest.\n\nSee http://www.xmlrpc.com/discuss/msgReader$1208",
};

/** Whether Python's server knows `name` without the service. */
export function isSystemMethod(name: string): boolean {
  return Object.hasOwn(HELP, name);
}

/** The answer to a method of the namespace system other than a well-formed multicall. */
export function systemMethod(
  service: ServiceInterface,
  name: string,
  args: readonly Value[],
): { kind: 'return'; result: Argument } | { kind: 'raise'; error: ServiceError } {
  const parameter = PARAMETERS[name];
  const wanted = parameter === undefined ? 0 : 1;
  if (args.length !== wanted)
    return { kind: 'raise', error: { exception: 'TypeError', message: mismatch(name, args.length) } };
  if (name === 'system.listMethods') return returned(listMethods(service), STRINGS);
  if (name === 'system.methodHelp') return returned(methodHelp(service, plain(args[0])), STRING);
  return returned('signatures not supported', STRING);
}

const PARAMETERS: Readonly<Record<string, string>> = {
  'system.methodHelp': 'method_name',
  'system.methodSignature': 'method_name',
  'system.multicall': 'call_list',
};

/** Python counts `self`, because these are methods of the server object. */
function mismatch(name: string, given: number): string {
  const python = `SimpleXMLRPCDispatcher.${name.replace('.', '_')}()`;
  const parameter = PARAMETERS[name];
  if (given === 0) return `${python} missing 1 required positional argument: '${parameter}'`;
  const takes = parameter === undefined ? '1 positional argument' : '2 positional arguments';
  return `${python} takes ${takes} but ${given + 1} were given`;
}

/** sorted(): by code points, as Python compares strings. */
function listMethods({ methods }: ServiceInterface): Value {
  const names = new Set([...methods.map(({ name }) => name), ...Object.keys(HELP)]);
  return [...names].sort(byCodePoint);
}

/** Our functions have no documentation strings; an unknown method has none either. */
function methodHelp({ methods }: ServiceInterface, name: Value | undefined): string {
  if (typeof name !== 'string' || methods.some(method => method.name === name)) return '';
  return Object.hasOwn(HELP, name) ? HELP[name] : '';
}

function byCodePoint(a: string, b: string): number {
  const left = Array.from(a, character => character.codePointAt(0)!);
  const right = Array.from(b, character => character.codePointAt(0)!);
  const differs = left.findIndex((codePoint, i) => codePoint !== right[i]);
  return differs < 0 ? left.length - right.length : left[differs] - (right[differs] ?? -1);
}

function returned(value: Value, type: Type): { kind: 'return'; result: Argument } {
  return { kind: 'return', result: { value: new Dynamic(type, value), type: ANY } };
}
