// The service's program, which the code pane shows, does what the simulated server does: it is run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Behaviour } from '../src/idl/behaviour';
import { parseInterface } from '../src/idl/parse';
import type { Value } from '../src/idl/value';
import { protocolById } from '../src/protocols';
import { completeOptions } from '../src/protocols/options';
import type { Options, SourceTexts } from '../src/protocols/protocol';
import { perform } from '../src/scenario/behaviour';

const PYTHON = '/usr/bin/python3';

/** A function of the service, what it does, and what it is called with. */
type Example = readonly [signature: string, behaviour: Behaviour, ...args: Value[]];

const RETURNING: readonly Example[] = [
  ['f(a: int, b: int): int', { does: 'add' }, 2, 3],
  ['f(a: string, b: string, c: string): string', { does: 'add' }, '你', '好', '!'],
  ['f(a: list<int>, b: list<int>): list<int>', { does: 'add' }, [1, 2], [3]],
  ['f(): int', { does: 'add' }],
  ['f(text: string): string', { does: 'echo' }, 'hello'],
  ['f(a: int, b: int): int', { does: 'divide' }, -7, 2],
  ['f(text: string): int', { does: 'length' }, '你好😀'],
  ['f(items: list<int>): int', { does: 'length' }, [1, 2, 3]],
  ['f(text: string): list<int>', { does: 'measure' }, '0000000,你好'],
  ['f(n: int): string', { does: 'count-up' }, 3],
  ['f(text: string): string', { does: 'return', value: 'a "quoted" \\ text\nand 北京' }, ''],
  ['f(): list<double>', { does: 'return', value: [1.5, 2.25] }],
  ['f(): boolean', { does: 'return', value: true }],
  ['f()', { does: 'return', value: null }],
];

const THROWING: readonly Example[] = [
  ['f(a: int, b: int): int', { does: 'divide' }, 1, 0],
  ['f(a: double, b: double): double', { does: 'divide' }, 1, 0],
  ['f(a: int): int', { does: 'divide' }, 1],
  ['f(): int', { does: 'throw', exception: 'ValueError', message: 'it\'s "bad"' }],
  ['f(): int', { does: 'throw', exception: 'TypeError', message: 'no such type' }],
  ['f(): int', { does: 'throw', code: 42, message: '余额不足', data: { need: 10 } }],
];

/** Programs that need only be programs: values are cut, and a result may be none of its type. */
const AWKWARD: readonly Example[] = [
  ['f(): string', { does: 'return', value: '"'.repeat(500) }],
  ['f(): list<string>', { does: 'return', value: Array(500).fill('😀 ') }],
  ['f(): map<list<int>>', { does: 'return', value: { 'a b': Array(500).fill(1), c: [2], d: [] } }],
  ['f(): bytes', { does: 'return', value: 'AAAA'.repeat(100) }],
  ['f(): datetime', { does: 'return', value: '2024-02-29T12:34:56' }],
  ['f(): int', { does: 'return', value: { not: 'a number' } }],
  ['f(): int', { does: 'throw', exception: 'decimal.InvalidOperation', message: '\u0000\r\n"' }],
  ['f(order: any): any', { does: 'receipt' }, 1],
];

/** With a name for each test. */
function named(examples: readonly Example[]): (readonly [name: string, example: Example])[] {
  return examples.map(example => [`${example[0]} ${JSON.stringify(example[1]).slice(0, 80)}`, example]);
}

async function programs(protocolId: string, options: Options, example: Example): Promise<SourceTexts> {
  const [signature, behaviour, ...args] = example;
  const protocol = protocolById(protocolId)!.implementation.get();
  const write = await protocol.sources();
  return write({
    service: parseInterface(`${signature}\nmissing(): int`),
    options: completeOptions(protocol.options, options),
    authority: '127.0.0.1:8080',
    calls: [{ method: 'f', args }],
    functions: { f: behaviour },
  });
}

function outcomeOf([signature, behaviour, ...args]: Example) {
  return perform(behaviour, parseInterface(signature).methods[0], args);
}

const JSON_RPC = ['json-rpc', {}] as const;
const NPM = ['xml-rpc', { client: 'node', server: 'node' }] as const;

const DUBBO = ['dubbo', {}] as const;
const THRIFT = ['thrift', { client: 'node', server: 'node' }] as const;

/** What a function throws on purpose, as each protocol's programs write it. */
const FAULTS: Readonly<Record<string, (code: number | undefined, message: string | undefined) => object>> = {
  'json-rpc': (code, message) => ({ code, message }),
  'xml-rpc': (code, message) => ({ faultCode: code, faultString: message }),
  dubbo: (_, message) => ({ message }),
  thrift: (code, message) => ({ ...(code !== undefined && { code }), message }),
};

describe.each([JSON_RPC, NPM, DUBBO, THRIFT])('the service in JavaScript for %s', (protocol, options) => {
  const run = async (example: Example) => {
    const { text } = (await programs(protocol, options, example)).server;
    const body = text
      .replace(/^(?:import|const \{) .*$/gm, '')
      .replace(/^export (async )?function/gm, 'exports.f = $1function');
    const exports: { f?: (...args: readonly unknown[]) => unknown } = {};
    new Function('exports', 'crc32', body)(exports, crc32);
    return exports.f!(...example.slice(2));
  };

  test.each(named(RETURNING))('%s', async (_, example) => {
    const outcome = outcomeOf(example);
    expect((await run(example)) ?? null).toEqual(outcome.kind === 'returned' && outcome.value);
  });

  test.each(named(THROWING))('%s', async (_, example) => {
    const outcome = outcomeOf(example);
    const { exception, code, message } = (outcome.kind === 'threw' && outcome.error) || {};
    const thrown = exception === undefined ? FAULTS[protocol](code, message) : { name: exception, message };
    await expect(run(example)).rejects.toMatchObject(thrown);
  });

  test.each(named(AWKWARD))('%s is a program', async (_, example) => {
    await expect(run(example).then(() => 'ran', String)).resolves.not.toContain('SyntaxError');
  });

  test('has no function that the server does not have', async () => {
    const { server, serverStub } = await programs(protocol, options, RETURNING[0]);
    expect(server.text + serverStub.text).not.toContain('missing');
  });
});

describe.skipIf(!existsSync(PYTHON)).each([
  { protocol: 'xml-rpc', fault: 'Fault', hasCodes: true },
  { protocol: 'thrift', fault: 'Exception', hasCodes: false },
])(`the service in Python for $protocol (skipped where there is no ${PYTHON})`, ({ protocol, fault, hasCodes }) => {
  /** What `f` returns or raises, as JSON. */
  const CALL = `
import json, sys
for line in sys.stdin:
    program, args = json.loads(line)
    scope = {}
    exec(program, scope)
    try:
        f = scope["f"] if "f" in scope else scope["Service"]().f
        print(json.dumps({"returned": f(*args)}, default=str))
    except Exception as e:
        print(json.dumps({"exception": type(e).__name__, "code": getattr(e, "faultCode", None), "message": getattr(e, "faultString", str(e))}))
`;

  const run = async (examples: readonly Example[]) => {
    const texts = await Promise.all(examples.map(example => programs(protocol, {}, example)));
    const input = texts.map(({ server }, i) => JSON.stringify([server.text, examples[i].slice(2)])).join('\n');
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', CALL], { input, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  };

  test('returns what the simulated server returns', async () => {
    expect(await run(RETURNING)).toEqual(
      RETURNING.map(example => {
        const outcome = outcomeOf(example);
        return { returned: outcome.kind === 'returned' && outcome.value };
      }),
    );
  });

  test('raises what the simulated server throws', async () => {
    const expected = THROWING.map(example => {
      const outcome = outcomeOf(example);
      if (outcome.kind !== 'threw') throw new Error('returned');
      const { exception = fault, code = null, message } = outcome.error;
      return { exception, code: hasCodes ? code : null, message };
    });
    const raised = await run(THROWING);
    // In JSON 1.0 is 1, and real Python names the argument that is missing: the words of the first three differ.
    expect(raised.map(({ exception, code }) => ({ exception, code }))).toEqual(
      expected.map(({ exception, code }) => ({ exception, code })),
    );
    expect(raised.slice(3).map(({ message }) => message)).toEqual(expected.slice(3).map(({ message }) => message));
  });

  test('is a program even with values that are cut', async () => {
    expect(await run(AWKWARD)).toHaveLength(AWKWARD.length);
  });
});
