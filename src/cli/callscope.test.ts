import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { presets } from '../scenario/presets';
import { callscope } from './callscope';

const folder = mkdtempSync(join(tmpdir(), 'callscope-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

/** Runs the command line in this process. */
function run(...args: string[]) {
  let out = '';
  let err = '';
  const status = callscope(args, {
    print: text => {
      out += text;
    },
    complain: text => {
      err += text;
    },
    read: path => readFileSync(path),
    write: writeFileSync,
  });
  return { status, out, err };
}

describe('the command line', () => {
  it('works as a program of its own', { timeout: 60_000 }, () => {
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'callscope', '--', 'presets'], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([...presets.map(preset => preset.id), '']);
  });

  it.each([
    [['--help'], /Commands\n {2}presets/],
    [['help', 'run'], /--streams/],
    [['run', '--help'], /SCENARIO\.json\|PRESET/],
    [['dissect', 'x.pcap', '-h'], /exit status is 0 only when every byte/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j helps', (args, text) => {
    const { status, out, err } = run(...args);
    expect(out).toMatch(text);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it.each([
    [[], 'a command is missing'],
    [['dance'], 'there is no command "dance"'],
    [['help', 'dance'], 'there is no command "dance"'],
    [['run'], 'SCENARIO.json or PRESET is missing'],
    [['run', 'a', 'b'], 'unexpected "b"'],
    [['run', 'a', '--pcapng'], "Option '--pcapng <value>' argument missing"],
    [['dissect', '--colour', 'x'], "Unknown option '--colour'"],
    [['presets', 'all'], 'unexpected "all"'],
  ])('%j is a matter of usage: status 2', (args, text) => {
    const { status, out, err } = run(...args);
    expect(err).toContain(text);
    expect(err).toMatch(/Try "callscope/);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('callscope run', () => {
  it('prints the transcript unless told otherwise', () => {
    const { status, out } = run('run', 'xml-rpc-fun-add');
    expect(status).toBe(0);
    expect(out).toMatch(/client → server {2}TCP SYN seq=0 win=\d+\n/);
    expect(out).toMatch(/client {2}result 5\n/);
    expect(run('run', 'xml-rpc-fun-add', '--transcript').out).toBe(out);
    expect(run('run', 'xml-rpc-fun-add', '--detail').out.length).toBeGreaterThan(out.length);
  });

  it('prints the streams, a line of JSON per connection', () => {
    const lines = run('run', 'xml-rpc-fun-add', '--streams').out.split('\n');
    expect(lines).toHaveLength(2);
    const { c2s, s2c } = JSON.parse(lines[0]);
    expect(Buffer.from(c2s, 'hex').toString()).toMatch(
      /^POST \/RPC2 HTTP\/1\.1\r\n.*<int>3<\/int>.*<\/methodCall>\n$/s,
    );
    expect(Buffer.from(s2c, 'hex').toString()).toMatch(/^HTTP\/1\.[01] 200 OK\r\n.*<int>5<\/int>/s);
  });

  it('prints the trace as JSON', () => {
    expect(JSON.parse(run('run', 'xml-rpc-fun-add', '--json').out)).toMatchObject({ format: 'callscope-trace' });
  });

  it('takes a short scenario', () => {
    writeFileSync(file('short.json'), '{"calls":[{"method":"fun_add","args":[20,22]}]}');
    expect(run('run', file('short.json')).out).toMatch(/result 42\n/);
  });

  it.each([
    ['no-such-preset', /no preset has the id "no-such-preset".*xml-rpc-fun-add/s],
    ['missing/scenario.json', /cannot read missing\/scenario\.json: there is no such file/],
  ])('%s: says what is wrong, with status 1', (scenario, text) => {
    const { status, out, err } = run('run', scenario);
    expect(err).toMatch(text);
    expect({ status, out }).toEqual({ status: 1, out: '' });
  });

  it.each([
    ['{"calls": [', /JSON/],
    ['{"calls":[{"method":"fun_add","args":[3000000000,1]}]}', /3000000000 does not fit int's 32 bits.*args/],
    ['{"protocol":"telepathy"}', /telepathy.*\(at protocol\)/],
    ['{"interface":"fun_add(a: int b: int)"}', /is expected here\. \(at interface, character 16\)/],
    ['[]', /./],
  ])('the scenario %s: says what is wrong, with status 1', (text, sentence) => {
    writeFileSync(file('wrong.json'), text);
    const { status, out, err } = run('run', file('wrong.json'));
    expect(err).toMatch(sentence);
    expect({ status, out }).toEqual({ status: 1, out: '' });
  });

  it('says when a file cannot be written', () => {
    const { status, err } = run('run', 'xml-rpc-fun-add', '--pcapng', file('no/such/folder.pcapng'));
    expect(err).toContain('cannot write');
    expect(status).toBe(1);
  });
});

describe('callscope dissect', () => {
  it.each([
    ['--pcapng', 'xml-rpc-fun-add', 'xml-rpc'],
    ['--pcap', 'xml-rpc-npm', 'xml-rpc'],
    ['--pcap', 'json-rpc-tcp', 'json-rpc'],
  ])('explains every byte of what run %s writes of %s', (option, id, protocol) => {
    run('run', id, option, file('export'));
    const { status, out } = run('dissect', file('export'));
    expect(out.trimEnd().split('\n').pop()).toMatch(new RegExp(`^connection \\d+: ${protocol}, 2 messages, `));
    expect(status).toBe(0);
  });

  it('tells the calls step by step when asked, and which steps are inferred', () => {
    run('run', 'xml-rpc-fun-add', '--pcapng', file('call.pcapng'));
    const { out } = run('dissect', file('call.pcapng'), '--transcript');
    expect(out).toMatch(/step 3: the request is sent to the server\n/);
    expect(out).toMatch(/step 5: the server stub calls the service \(inferred\)\n/);
    expect(out).toMatch(/client {2}result 5\n/);
  });

  it('prints trees of fields, and ends with a line per connection', () => {
    run('run', 'xml-rpc-fun-add', '--pcapng', file('call.pcapng'));
    const { out } = run('dissect', file('call.pcapng'));
    expect(out).toMatch(/^connection 1: 172\.171\.4\.176:\d+ → 172\.171\.5\.95:8080\n/);
    expect(out).toMatch(/client → server message 1, 339 bytes of http1, 0\.000 ms\n0000 +339 {2}/);
    expect(out).toMatch(
      /connection 1: xml-rpc, 2 messages, client → server (\d+) of \1 bytes explained, server → client (\d+) of \2 bytes explained\n$/,
    );
  });

  it('prints one JSON document when asked', () => {
    run('run', 'json-rpc-fun-add', '--pcapng', file('json.pcapng'));
    const document = JSON.parse(run('dissect', '--json', file('json.pcapng')).out);
    expect(document.connections).toMatchObject([
      { protocol: 'json-rpc', explained: true, messages: [{ direction: 'c2s' }, { direction: 's2c' }] },
    ]);
  });

  it('has status 1 when a byte is not explained', () => {
    run('run', 'xml-rpc-fun-add', '--pcapng', file('call.pcapng'));
    const { status, out } = run('dissect', file('call.pcapng'), '--protocol', 'json-rpc');
    expect(out).toMatch(/connection 1: json-rpc, .*\n$/);
    expect(status).toBe(1);
  });

  it('has status 1 when octets were not captured', () => {
    run('run', 'xml-rpc-big-upload', '--pcap', file('whole.pcap'));
    const whole = readFileSync(file('whole.pcap'));
    // Leaves out the tenth packet, which is one of the large request.
    let at = 24;
    for (let i = 0; i < 9; i++) at += 16 + whole.readUInt32LE(at + 8);
    const after = at + 16 + whole.readUInt32LE(at + 8);
    writeFileSync(file('hole.pcap'), Buffer.concat([whole.subarray(0, at), whole.subarray(after)]));
    const { status, out } = run('dissect', file('hole.pcap'));
    expect(out).toMatch(/ more not captured\)/);
    expect(status).toBe(1);
  });

  it.each([
    ['text.pcap', 'not a capture', /neither pcap nor pcapng/],
    ['empty.pcap', '', /neither pcap nor pcapng/],
  ])('%s: says what is wrong, with status 1', (name, text, sentence) => {
    writeFileSync(file(name), text);
    const { status, out, err } = run('dissect', file(name));
    expect(err).toMatch(sentence);
    expect({ status, out }).toEqual({ status: 1, out: '' });
  });

  it('names the protocols there are', () => {
    run('run', 'xml-rpc-fun-add', '--pcapng', file('call.pcapng'));
    const { status, err } = run('dissect', file('call.pcapng'), '--protocol', 'telepathy');
    expect(err).toMatch(/there is no protocol "telepathy"; there are .*json-rpc/);
    expect(status).toBe(1);
  });
});
