// The server stub as a program: what sofa-rpc-node with dubbo-remoting, or apache-dubbo-service, does in short.
import type { Method } from '../../../idl/types';
import { hostAndPort, identifier, propertyName } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { SourceText } from '../../protocol';
import type { JavaTypes } from '../java-types';
import type { Settings } from '../settings';

/** The server stub of a service with `methods`. */
export function serverStub(
  chosen: Settings,
  { serviceName }: JavaTypes,
  methods: readonly Method[],
  authority: string,
): SourceText {
  const [, port] = hostAndPort(authority);
  return litText('server-stub.js', 'javascript', [
    "import net from 'node:net';",
    "import hessian from 'hessian.js';",
    "import * as service from './service.js';",
    '',
    `// ${serviceName}, version 1.0.0`,
    'const methods = {',
    ...methods.map(({ name }) => `  ${propertyName(name)}: service.${identifier(name)},`),
    '};',
    '',
    'net.createServer(connection => {',
    '  let pending = Buffer.alloc(0);',
    ["  connection.on('data', octets => { // transport layer", 4],
    ['    pending = Buffer.concat([pending, octets]);', 4],
    ['    while (pending.length >= 16 && pending.length >= 16 + pending.readUInt32BE(12)) {', 4],
    ['      const end = 16 + pending.readUInt32BE(12);', 4],
    ['      serve(connection, pending.subarray(0, end));', 4],
    ['      pending = pending.subarray(end);', 4],
    ['    }', 4],
    '  });',
    `}).listen(${port});`,
    '',
    ...serve(chosen),
    '',
    ...respond(),
  ]);
}

function serve({ server, dubboVersion, client }: Settings): Line[] {
  const isSofa = server === 'sofa';
  const more = client === 'dubbo2' && dubboVersion === '2.0.2' ? ", { dubbo: '2.0.2' }" : '';
  const count = isSofa ? 'types.match(/\\[*(L[^;]*;|.)/g) ?? []' : "types.split(';').filter(Boolean)";
  const missing = isSofa ? "80, 'Can not find method: ' + name" : `60, 'SERVICE_NOT_FOUND#' + name${more}`;
  return [
    'async function serve(connection, request) {',
    ['  // serialize layer: Hessian 2', 4],
    ['  const body = new hessian.DecoderV2(request.subarray(16));', 4],
    ['  if (request[2] & 0x20) return respond(connection, request, 20, null); // a heartbeat', 4],
    ['  const [version, path, serviceVersion, name, types] = Array.from({ length: 5 }, () => body.read());', 4],
    [`  const args = (${count}).map(() => body.read());`, 4],
    ['  const attachments = body.read();', 4],
    '  // protocol layer: which function is meant',
    `  if (!Object.hasOwn(methods, name)) return respond(connection, request, ${missing});`,
    '  try {',
    ['    // proxy layer: the local call', 5],
    ['    const result = await methods[name](...args);', 5],
    ...(isSofa ? SOFA_VALUE : apacheValue(more)),
    '  } catch (error) {',
    isSofa
      ? '    respond(connection, request, 80, error.message);'
      : `    respond(connection, request, 20, ${more ? 3 : 0}, error.message${more});`,
    '  }',
    '}',
  ];
}

/** A mistake of dubbo-remoting's: what JavaScript takes for false goes out without a type. */
const SOFA_VALUE: readonly Line[] = [
  ['    if (result) respond(connection, request, 20, 1, result);', 7],
  ['    else respond(connection, request, 20, result); // without a type: clients cannot read it', 7],
];

/** `more` is what follows the value. */
function apacheValue(more: string): Line[] {
  const [value, nothing] = more ? [4, 5] : [1, 2];
  return [
    [`    if (result) respond(connection, request, 20, ${value}, result${more});`, 7],
    [`    else respond(connection, request, 20, ${nothing}${more});`, 7],
  ];
}

function respond(): Line[] {
  return [
    'function respond(connection, request, status, ...values) {',
    ['  const body = new hessian.EncoderV2();', 7],
    ['  for (const value of values) body.write(value);', 7],
    ['  // exchange layer: the id of the request', 7],
    ['  const header = Buffer.alloc(16);', 7],
    ['  header.writeUInt16BE(0xdabb, 0);', 7],
    ['  header[2] = (request[2] & 0x20) | 2; // a response, an event or none, Hessian 2', 7],
    ['  header[3] = status;', 7],
    ['  request.copy(header, 4, 4, 12);', 7],
    ['  header.writeUInt32BE(body.get().length, 12);', 7],
    ['  connection.write(Buffer.concat([header, body.get()]));', 8],
    '}',
  ];
}
