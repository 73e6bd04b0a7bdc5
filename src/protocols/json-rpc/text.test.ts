// Every part of a message has a name and an explanation in both languages, and the programs light a line at every step they have.
import { describe, expect, test } from 'vitest';
import { serviceOf } from '../../../test/arbitraries';
import { EMPTY_INTERFACE, INT } from '../../idl/types';
import { allFieldKinds } from '../../wire/bytes/field-kind';
import { en as json } from '../../wire/json/text/en';
import { zhCN as jsonZh } from '../../wire/json/text/zh-CN';
import type { Call, Options, SourceText } from '../protocol';
import { sources } from './code/sources';
import { jsonRpc } from './json-rpc';
import { en } from './text/en';
import { zhCN } from './text/zh-CN';

describe('Explanations', () => {
  const names = (format: string) =>
    allFieldKinds()
      .filter(kind => kind.format === format)
      .flatMap(({ name, head, tail, gap }) => [name, head, tail, gap])
      .filter(name => name !== undefined);

  test.each([
    ['json', json, jsonZh],
    ['json-rpc', en, zhCN],
  ])('of %s are complete, and explain nothing that is not there', (format, english, chinese) => {
    expect(Object.keys(english).sort()).toEqual([...new Set(names(format))].sort());
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });
});

describe('The programs', () => {
  const params = ['a', 'b'].map(name => ({ name, type: INT }));
  const service = serviceOf({ name: 'fun_add', params, result: INT, throws: [], oneway: false });
  const programs = (options: Options, calls: Call[]) =>
    sources({ service, options, authority: '172.171.5.95:8080', calls, functions: { fun_add: { does: 'add' } } });
  const add: Call = { method: 'fun_add', args: [2, 3] };
  const lit = ({ text, litBy }: SourceText, step: keyof SourceText['litBy']) => {
    const [from, to] = litBy[step]!;
    return text
      .split('\n')
      .slice(from - 1, to)
      .join('\n');
  };

  test.each(['http', 'tcp'])('light the line of each of the ten steps over %s', transport => {
    const { client, clientStub, serverStub, server } = programs({ transport }, [add]);
    expect(lit(client, 1)).toBe("request('fun_add', [2, 3], (error, response) => {");
    expect(lit(clientStub, 2)).toContain('JSON.stringify(message)');
    expect(lit(clientStub, 3)).toContain(transport === 'http' ? 'call.end(body)' : "connection.write(body + '\\n')");
    expect(lit(serverStub, 4)).toContain('JSON.parse(text)');
    expect(lit(serverStub, 5).trim()).toBe('result = router[method](params);');
    expect(lit(server, 6)).toBe('export function fun_add(a, b) {\n  return a + b;\n}');
    expect(lit(serverStub, 7)).toContain('JSON.stringify(message)');
    expect(lit(serverStub, 8)).toContain(transport === 'http' ? 'response.end(body)' : 'connection.write');
    expect(lit(clientStub, 9)).toContain('JSON.parse(text)');
    expect(lit(client, 10)).toContain('response.result');
  });

  test('pass arguments by name, in a batch, and without wanting a reply', () => {
    expect(programs({}, [{ ...add, named: true }]).client.text).toContain("request('fun_add', { a: 2, b: 3 }, (error");
    expect(programs({}, [{ ...add, oneway: true }]).client.text).toContain("request('fun_add', [2, 3], null,");
    expect(programs({}, [add, { ...add, oneway: true }]).client.text).toContain(
      "  request('fun_add', [2, 3], undefined, false),\n  request('fun_add', [2, 3], null, false),",
    );
  });

  // They are modules: what the parser of functions does not know is taken away first.
  test.each([{}, { transport: 'tcp' }, { version: '1.0', serverVersion: '1.0', ids: 'uuid', agent: 'none' }])(
    'are JavaScript with the options %j',
    options => {
      for (const calls of [[add], [add, add]])
        for (const { text } of Object.values(programs(options as Options, calls)))
          expect(() => new Function(text.replace(/^import .*$/gm, '').replace(/^export /gm, ''))).not.toThrow();
    },
  );
});

describe('A UUID id', () => {
  test('is of version 4', () => {
    const context = { service: EMPTY_INTERFACE, authority: '', now: () => 0, random: () => 0xffffffff };
    const client = jsonRpc.openClient({ ...context, options: { transport: 'tcp', ids: 'uuid' } }).connect();
    const text = new TextDecoder().decode(client.request([add()], false).pdu.bytes);
    expect(JSON.parse(text).id).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  const add = (): Call => ({ method: 'fun_add', args: [] });
});

describe('An argument that JSON has no number for', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is refused with its place', value => {
    const context = {
      service: EMPTY_INTERFACE,
      authority: '',
      now: () => 0,
      random: () => 0,
      options: {},
    };
    const client = jsonRpc.openClient(context).connect();
    const args = [1, new Map([['x', [0, value]]])];
    expect(() => client.request([{ method: 'f', args }], false)).toThrow(
      expect.objectContaining({
        problem: {
          code: 'json-rpc.not-finite',
          params: { place: expect.any(String), value: String(value) },
          at: { path: ['args', 1, 'x', 1] },
        },
      }),
    );
  });
});
