import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../../idl/behaviour';
import { parseInterface } from '../../../idl/parse';
import { completeOptions } from '../../options';
import type { Options, SourceText } from '../../protocol';
import { xmlRpc } from '../xml-rpc';
import { sources as write } from './sources';

const FUNCTIONS: Readonly<Record<string, Behaviour>> = { fun_add: { does: 'add' }, 'demo.echo': { does: 'echo' } };
const SERVICE = parseInterface('fun_add(a: int, b: int): int\ndemo.echo(text: string): string');

function sources(options: Options = {}, calls = [{ method: 'fun_add', args: [2, 3] }]) {
  const context = {
    service: SERVICE,
    options: completeOptions(xmlRpc.options, options),
    authority: '172.171.5.95:8080',
    calls,
    functions: FUNCTIONS,
  };
  return write(context);
}

/** The lines that a step lights. */
function lit({ text, litBy }: SourceText, step: keyof SourceText['litBy']): string {
  const [from, to] = litBy[step]!;
  return text
    .split('\n')
    .slice(from - 1, to)
    .join('\n');
}

describe('the programs in Python', () => {
  const { client, clientStub, serverStub, server } = sources();

  it('call the procedure as if it were local', () => {
    expect(client.text).toBe(
      'from xmlrpc.client import ServerProxy\n\ns = ServerProxy("http://172.171.5.95:8080")\nprint(s.fun_add(2, 3))',
    );
    expect(lit(client, 1)).toBe('print(s.fun_add(2, 3))');
  });

  it('light the lines of each step', () => {
    expect(lit(clientStub, 2)).toContain('dumps(args, "fun_add")');
    expect(lit(clientStub, 3)).toContain('self.connect()');
    expect(lit(clientStub, 9)).toContain('loads(');
    expect(lit(serverStub, 4)).toContain('loads(');
    expect(lit(serverStub, 5)).toContain('(*params)');
    expect(lit(server, 6)).toBe('def fun_add(a, b):\n    return a + b');
    expect(lit(serverStub, 7)).toContain('dumps((result,)');
    expect(lit(serverStub, 8)).toContain('self.wfile.write(body)');
    expect(lit(client, 10)).toContain('print');
  });

  it('register a method whose name Python has no function for under that name', () => {
    expect(serverStub.text).toContain('server.register_function(demo_echo, "demo.echo")');
  });

  it('make several calls with MultiCall', () => {
    const calls = [
      { method: 'fun_add', args: [2, 3] },
      { method: 'fun_add', args: [4, 5] },
    ];
    expect(sources({}, calls).client.text).toContain('m.fun_add(4, 5)\nfor result in m():');
  });
});

describe('the programs in JavaScript', () => {
  const { client, clientStub, serverStub, server } = sources({ client: 'node', server: 'node' });

  it('light the lines of each step', () => {
    expect(lit(client, 1)).toContain("client.methodCall('fun_add', [2, 3]");
    expect(lit(clientStub, 2)).toContain('serializeMethodCall');
    expect(lit(clientStub, 3)).toContain('http.request');
    expect(lit(serverStub, 4)).toContain('deserializeMethodCall');
    expect(lit(serverStub, 5)).toContain('listeners[method](params)');
    expect(lit(server, 6)).toContain('exports.fun_add = (a, b)');
    expect(lit(serverStub, 7)).toContain('serializeMethodResponse');
    expect(lit(serverStub, 8)).toContain('response.end(xml)');
    expect(lit(clientStub, 9)).toContain('deserializeMethodResponse');
    expect(lit(client, 10)).toContain('console.log');
  });
});
