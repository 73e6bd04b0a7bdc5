// The programs in Python. The stubs show in short what xmlrpc.client.ServerProxy and xmlrpc.server.SimpleXMLRPCServer do.
import { ANY, type Method, type Type } from '../../../idl/types';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText } from '../../protocol';
import { type PythonStyle, pythonBody, pythonImports, pythonMessage } from '../../python-body';
import { pythonLiteral } from '../../python-literal';
import { pythonName } from '../../python-name';
import type { Settings } from '../settings';

/** A fault without a code has 1, as every exception that Python's server did not foresee. */
const STYLE: PythonStyle = {
  values: 'dicts',
  fault: ({ code, message }) => `Fault(${code ?? 1}, ${pythonMessage(message)})`,
};

/** The program that makes the calls. */
export function pythonClient({ calls, service, authority }: CodeContext, chosen: Settings): SourceText {
  const proxy = `ServerProxy("http://${authority}"${allowNone(service.methods, chosen)})`;
  const several = calls.length > 1;
  const lines: Line[] = [
    `from xmlrpc.client import ${several ? 'MultiCall, ' : ''}ServerProxy`,
    '',
    `s = ${proxy}`,
    ...(several ? multicall(calls, service.methods) : [single(calls[0], service.methods)]),
  ];
  return litText('client.py', 'python', lines);
}

function single(call: Call, methods: readonly Method[]): Line {
  return [`print(s.${callText(call, methods)})`, 1, 10];
}

function multicall(calls: readonly Call[], methods: readonly Method[]): Line[] {
  return [
    'm = MultiCall(s)',
    ...calls.map((call): Line => [`m.${callText(call, methods)}`, 1]),
    ['for result in m():', 1, 10],
    ['    print(result)', 10],
  ];
}

function callText({ method, args }: Call, methods: readonly Method[]): string {
  const params = methods.find(({ name }) => name === method)?.params ?? [];
  return `${method}(${args.map((arg, i) => pythonLiteral(arg, params[i]?.type ?? ANY)).join(', ')})`;
}

/** What ServerProxy and its Transport do for a call. */
export function pythonClientStub({ calls, service }: CodeContext, chosen: Settings): SourceText {
  const method = calls.length > 1 ? 'system.multicall' : calls[0].method;
  const options = allowNone(service.methods, chosen);
  return litText('client stub (xmlrpc.client)', 'python', [
    '# what ServerProxy does when you call one of its methods',
    [`def ${pythonName(method)}(self, *args):`, 2],
    [`    body = dumps(args, "${method}"${options})  # the call as XML`, 2],
    '',
    ['    if not self.connected:', 3],
    ['        self.connect()  # TCP handshake', 3],
    ['    self.putrequest("POST", "/RPC2")', 3],
    ['    self.putheader("Accept-Encoding", "gzip")', 3],
    ['    self.putheader("Content-Type", "text/xml")', 3],
    ['    self.putheader("User-Agent", "Python-xmlrpc/3.11")', 3],
    ['    self.putheader("Content-Length", str(len(body)))', 3],
    ['    self.endheaders(body)  # two writes: header, body', 3],
    '',
    ['    response = self.getresponse()', 9],
    ['    if response.status != 200:', 9],
    ['        raise ProtocolError(response)', 9],
    ['    result, = loads(response.read())  # raises a Fault if it is one', 9],
    ['    return result', 9, 10],
  ]);
}

/** What SimpleXMLRPCServer does for a request. */
export function pythonServerStub({ service, authority }: CodeContext, chosen: Settings): SourceText {
  const port = authority.slice(authority.lastIndexOf(':') + 1);
  const options = allowNone(service.methods, chosen);
  return litText('server stub (xmlrpc.server)', 'python', [
    '# what SimpleXMLRPCServer does with a request',
    'def do_POST(self):',
    ['    length = int(self.headers["content-length"])', 4],
    ['    params, method = loads(self.rfile.read(length))', 4],
    '    try:',
    ['        result = self.functions[method](*params)', 5],
    [`        body = dumps((result,), methodresponse=True${options})`, 7],
    '    except Fault as fault:',
    ['        body = dumps(fault)', 7],
    '    except Exception as e:',
    ['        body = dumps(Fault(1, "%s:%s" % (type(e), e)))', 7],
    '',
    ['    self.send_response(200)  # a fault is a success of HTTP', 8],
    ['    self.send_header("Content-type", "text/xml")', 8],
    ['    if len(body) > 1400 and self.client_accepts("gzip"):', 8],
    ['        body = gzip_encode(body)', 8],
    ['        self.send_header("Content-Encoding", "gzip")', 8],
    ['    self.send_header("Content-length", str(len(body)))', 8],
    ['    self.end_headers()', 8],
    ['    self.wfile.write(body)', 8],
    '',
    `SimpleXMLRPCRequestHandler.protocol_version = "HTTP/${chosen.http}"`,
    `server = SimpleXMLRPCServer(("", ${port})${options})`,
    'server.register_introspection_functions()',
    'server.register_multicall_functions()',
    ...service.methods.map(({ name }) => registration(name)),
    'server.serve_forever()',
  ]);
}

function registration(name: string): string {
  const own = pythonName(name);
  return own === name ? `server.register_function(${own})` : `server.register_function(${own}, "${name}")`;
}

/** The service itself. */
export function pythonServer({ service, functions, calls }: CodeContext): SourceText {
  const behaviours = service.methods.map(({ name }) => functions[name]);
  const raisesFault = behaviours.some(each => each.does === 'throw' && each.exception === undefined);
  const imports = [...(raisesFault ? ['from xmlrpc.client import Fault'] : []), ...pythonImports(behaviours)];
  const lines: Line[] = ['# the service: it knows nothing of HTTP and XML', ...imports];
  for (const method of service.methods) {
    const { name, params } = method;
    const names = params.map(param => pythonName(param.name)).join(', ');
    const text = [`def ${pythonName(name)}(${names}):`, `    ${pythonBody(functions[name], method, STYLE)}`];
    const called = calls.some(call => call.method === name);
    lines.push('', ...text.map((line): Line => (called ? [line, 6] : line)));
  }
  return litText('server.py', 'python', lines);
}

/** The argument that allows None, shown only where a None can come up. */
function allowNone(methods: readonly Method[], { nil }: Settings): string {
  const comesUp = methods.some(({ params, result }) => mayBeNone(result) || params.some(({ type }) => mayBeNone(type)));
  return nil && comesUp ? ', allow_none=True' : '';
}

function mayBeNone(type: Type): boolean {
  switch (type.kind) {
    case 'optional':
    case 'any':
    case 'void':
      return true;
    case 'list':
      return mayBeNone(type.element);
    case 'map':
      return mayBeNone(type.value);
    case 'struct':
      return type.members.some(member => mayBeNone(member.type));
    default:
      return false;
  }
}
