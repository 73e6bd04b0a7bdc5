// The client stub as a program: what dubbo2.js, or sofa-rpc-node with dubbo-remoting, does in short.
import type { Method, Type } from '../../../idl/types';
import { hostAndPort, identifier, parameterList } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { SourceText } from '../../protocol';
import type { JavaTypes } from '../java-types';
import type { Settings } from '../settings';

/** The client stub of a service with `methods`, which calls the server at `authority`. */
export function clientStub(
  chosen: Settings,
  java: JavaTypes,
  methods: readonly Method[],
  authority: string,
): SourceText {
  const [host, port] = hostAndPort(authority);
  return litText('client-stub.js', 'javascript', [
    "import net from 'node:net';",
    "import hessian from 'hessian.js';",
    ...(chosen.client === 'dubbo2' ? ["import java from 'js-to-java';"] : []),
    '',
    '// proxy layer: an object that has the methods of the service',
    'export const service = {',
    ...methods.map(method => proxyLine(chosen, java, method)),
    '};',
    '',
    `const connection = net.connect({ host: '${host}', port: ${port} });`,
    'const waiting = new Map();',
    'let lastId = 0;',
    '',
    ...invoke(chosen, java),
    '',
    ...receive(),
  ]);
}

function proxyLine({ client }: Settings, java: JavaTypes, { name, params }: Method): Line {
  const list = parameterList(params);
  const method = identifier(name);
  if (client === 'sofa')
    return [`  ${method}: (${list}) => invoke('${name}', descriptorsOf([${list}]), [${list}]),`, 2];
  const types = params.map(({ type }) => java.descriptor(type)).join('');
  const args = params.map(param => argument(java, param.type, identifier(param.name))).join(', ');
  return [`  ${method}: (${list}) => invoke('${name}', '${types}', [${args}]),`, 2];
}

/** A value with its Java type: `java.Integer(a)`. */
function argument(java: JavaTypes, type: Type, name: string): string {
  const className = java
    .descriptor(type)
    .replace(/^L(.*);$/, '$1')
    .replaceAll('/', '.');
  if (type.kind === 'enum') return `java.enum('${className}', ${name})`;
  const primitive = PRIMITIVES[className];
  if (primitive) return `java.${primitive}(${name})`;
  const simple = /^java\.(?:lang|util)\.(Boolean|Byte|Short|Integer|Long|Float|Double|String|List|Set|Map)$/.exec(
    className,
  );
  return simple ? `java.${simple[1]}(${name})` : `java('${className}', ${name})`;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  Z: 'boolean',
  B: 'byte',
  S: 'short',
  I: 'int',
  J: 'long',
  F: 'float',
  D: 'double',
};

function invoke({ client, dubboVersion }: Settings, { serviceName }: JavaTypes): Line[] {
  const version = client === 'dubbo2' ? dubboVersion : '5.3.0';
  const attachments =
    client === 'dubbo2'
      ? "{ application: 'dubbo2.js', interface: path, path, version: '1.0.0' }"
      : `{ dubbo: '${version}', group: '', path, service: path + ':1.0.0', version: '1.0.0' }`;
  return [
    ...(client === 'sofa' ? DESCRIPTORS_OF : []),
    'function invoke(method, types, args) {',
    '  // cluster layer: chooses one of the servers; here there is only one',
    '  // protocol layer: the call becomes a request',
    [`  const path = '${serviceName}';`, 2],
    ['  // serialize layer: Hessian 2', 2],
    ['  const body = new hessian.EncoderV2();', 2],
    [`  for (const text of ['${version}', path, '1.0.0', method, types]) body.write(text);`, 2],
    ['  for (const arg of args) body.write(arg);', 2],
    [`  body.write(${attachments});`, 2],
    ['  // exchange layer: the response will have the same id', 2],
    ['  const id = ++lastId;', 2],
    ['  const header = Buffer.alloc(16);', 2],
    ['  header.writeUInt16BE(0xdabb, 0);', 2],
    ['  header[2] = 0x80 | 0x40 | 2; // a request, two-way, Hessian 2', 2],
    ['  header.writeBigUInt64BE(BigInt(id), 4);', 2],
    ['  header.writeUInt32BE(body.get().length, 12);', 2],
    ['  // transport layer', 3],
    ['  connection.write(Buffer.concat([header, body.get()]));', 3],
    '  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));',
    '}',
  ];
}

const DESCRIPTORS_OF: readonly Line[] = [
  '// the Java type of each argument follows from its value; in short',
  'const descriptorsOf = args =>',
  "  args.map(arg => (Number.isInteger(arg) ? 'I' : typeof arg === 'string' ? 'Ljava/lang/String;' : 'Ljava/util/HashMap;')).join('');",
  '',
];

function receive(): Line[] {
  return [
    'let pending = Buffer.alloc(0);',
    ["connection.on('data', octets => {", 9],
    ['  pending = Buffer.concat([pending, octets]);', 9],
    ['  while (pending.length >= 16 && pending.length >= 16 + pending.readUInt32BE(12)) {', 9],
    ['    const end = 16 + pending.readUInt32BE(12);', 9],
    ['    answer(pending.subarray(0, end));', 9],
    ['    pending = pending.subarray(end);', 9],
    ['  }', 9],
    '});',
    '',
    'function answer(message) {',
    ['  const { resolve, reject } = waiting.get(Number(message.readBigUInt64BE(4)));', 9],
    ['  const body = new hessian.DecoderV2(message.subarray(16));', 9],
    ['  if (message[3] !== 20) return reject(new Error(body.read())); // a status other than OK', 9],
    ['  const type = body.readInt() % 3; // 3 to 5: attachments follow', 9],
    ['  if (type === 0) return reject(body.read());', 9],
    ['  resolve(type === 1 ? body.read() : null);', 9, 10],
    '}',
  ];
}
