// The programs in JavaScript. The stubs show in short what npm xmlrpc 1.3.2 does.
import type { Behaviour } from '../../../idl/behaviour';
import type { Method } from '../../../idl/types';
import { type JavaScriptStyle, javascriptBody, messageLiteral } from '../../javascript-body';
import { javascriptLiteral } from '../../javascript-literal';
import { hostAndPort, identifier } from '../../javascript-names';
import { javascriptService, type ModuleStyle } from '../../javascript-service';
import { litText } from '../../lit-text';
import type { CodeContext, SourceText } from '../../protocol';

const STYLE: JavaScriptStyle = {
  values: 'objects',
  fault: ({ code, message }) => `{ faultCode: ${code ?? 1}, faultString: ${messageLiteral(message)} }`,
};

/** The program that makes the call. */
export function nodeClient({ calls, authority }: CodeContext): SourceText {
  const [{ method, args }] = calls;
  const values = args.map(value => javascriptLiteral(value, STYLE.values)).join(', ');
  return litText('client.js', 'javascript', [
    "const xmlrpc = require('xmlrpc');",
    '',
    `const client = xmlrpc.createClient('http://${authority}/RPC2');`,
    [`client.methodCall('${method}', [${values}], (error, value) => {`, 1],
    ['  console.log(error ?? value);', 10],
    '});',
  ]);
}

/** What the library's Client does for a call. */
export function nodeClientStub({ authority }: CodeContext): SourceText {
  const [host, port] = hostAndPort(authority);
  return litText('client stub (xmlrpc)', 'javascript', [
    "const http = require('node:http');",
    '',
    ['function methodCall(method, params, callback) {', 2],
    ['  const xml = serializeMethodCall(method, params);', 2],
    '',
    ['  const request = http.request({', 3],
    [`    host: '${host}', port: ${port}, path: '/RPC2', method: 'POST',`, 3],
    ['    headers: {', 3],
    ["      'User-Agent': 'NodeJS XML-RPC Client',", 3],
    ["      'Content-Type': 'text/xml',", 3],
    ["      'Accept': 'text/xml',", 3],
    ["      'Accept-Charset': 'UTF8',", 3],
    ["      'Connection': 'Keep-Alive',", 3],
    ["      'Content-Length': Buffer.byteLength(xml),", 3],
    ['    },', 3],
    ['  }, response => {', 9],
    ["    if (response.statusCode === 404) callback(new Error('Not Found'));", 9],
    ['    else deserializeMethodResponse(response, callback);', 9, 10],
    '  });',
    ['  request.write(xml);', 3],
    ['  request.end();', 3],
    '}',
  ]);
}

/** What the library's Server does for a request. */
export function nodeServerStub({ service, authority }: CodeContext): SourceText {
  const [, port] = hostAndPort(authority);
  return litText('server stub (xmlrpc)', 'javascript', [
    "const http = require('node:http');",
    "const service = require('./service');",
    '',
    'const listeners = {',
    ...service.methods.map(({ name }) => `  '${name}': params => service.${identifier(name)}(...params),`),
    '};',
    '',
    'http.createServer((request, response) => {',
    ['  deserializeMethodCall(request, (error, method, params) => {', 4],
    '    if (error || !Object.hasOwn(listeners, method)) {',
    '      response.writeHead(404).end();',
    '      return;',
    '    }',
    '    let xml;',
    '    try {',
    ['      const value = listeners[method](params);', 5],
    ['      xml = serializeMethodResponse(value);', 7],
    '    } catch (error) {',
    ['      const { faultCode = 1, faultString = String(error) } = error;', 7],
    ['      xml = serializeFault({ faultCode, faultString });', 7],
    '    }',
    ["    response.writeHead(200, { 'Content-Type': 'text/xml' });", 8],
    ['    response.end(xml);', 8],
    '  });',
    `}).listen(${port});`,
  ]);
}

const COMMON_JS: ModuleStyle = {
  importCrc32: "const { crc32 } = require('node:zlib');",
  head: (name, parameters) => `exports.${name} = (${parameters}) => {`,
  tail: '};',
};

/** The service itself. */
export function nodeServer(context: CodeContext): SourceText {
  const bodyOf = (behaviour: Behaviour, method: Method) => javascriptBody(behaviour, method, STYLE);
  return javascriptService(context, '// the service: it knows nothing of HTTP and XML', bodyOf, COMMON_JS);
}
