import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { callscope } from '../../src/cli/callscope';
import { capturedPackets } from '../../src/exports/pcap';
import { applicationStreams } from '../../src/exports/streams';
import { allProtocols } from '../../src/protocols/index';
import { dissectConversation, isExplained } from '../../src/recording/dissect-conversation';
import { simulate } from '../../src/simulation/simulate';
import { conversationsOf } from '../../src/wire/reassembly/conversations';
import type { CapturedStream } from '../../src/wire/reassembly/stream';
import { captured, captureNames, capturePath, scenarioOf, scenarioPath } from './golden';

const CORE_IS_ELSEWHERE =
  'the C core measures as it goes: src/protocols/grpc/golden.test.ts compares it without WINDOW_UPDATE and PING';

/** Captures that no scenario matches and no protocol explains, and why. */
const NOT_MATCHED: Readonly<Record<string, string>> = {
  'jsonrpc-ws_fun_add': 'JSON-RPC over WebSocket is not simulated',
  'grpc-node_big_down': 'placement of WINDOW_UPDATE: see src/protocols/grpc/golden.test.ts',
  'grpc-node_big_up': 'placement of WINDOW_UPDATE: see src/protocols/grpc/golden.test.ts',
  'grpc-node_order_rich': 'see src/protocols/grpc/golden.test.ts',
  'grpc-node_to_py_fun_add': CORE_IS_ELSEWHERE,
  'grpc-py_add_zero': CORE_IS_ELSEWHERE,
  'grpc-py_big_down': CORE_IS_ELSEWHERE,
  'grpc-py_err_deadline': CORE_IS_ELSEWHERE,
  'grpc-py_err_unimplemented': CORE_IS_ELSEWHERE,
  'grpc-py_fun_add': CORE_IS_ELSEWHERE,
  'grpc-py_fun_add_2calls': CORE_IS_ELSEWHERE,
  'grpc-py_metadata_deadline': CORE_IS_ELSEWHERE,
  'grpc-py_order_rich': CORE_IS_ELSEWHERE,
  'grpc-py_to_node_fun_add': CORE_IS_ELSEWHERE,
};

const PROTOCOL_OF: Readonly<Record<string, string>> = {
  xmlrpc: 'xml-rpc',
  jsonrpc: 'json-rpc',
  rest: 'rest',
  grpc: 'grpc',
  dubbo: 'dubbo',
  thrift: 'thrift',
};

const text = (octets: Uint8Array) => Buffer.from(octets).toString('latin1');

/** Runs the command line in this process. */
function commandLine(...args: string[]): { status: number; out: string } {
  let out = '';
  const print = (text: string) => {
    out += text;
  };
  const status = callscope(args, { print, complain: print, read: readFileSync, write: writeFileSync });
  return { status, out };
}

const matched = captureNames().filter(name => !(name in NOT_MATCHED));

describe('golden captures of real peers', () => {
  it.each(matched)('%s: the simulation sends the same octets', name => {
    const real = captured(name);
    const [simulated, ...more] = applicationStreams(simulate(scenarioOf(name)!));
    expect(more).toEqual([]);
    expect(text(simulated.c2s)).toBe(real.c2s.chunks.map(chunk => text(chunk.octets)).join(''));
    expect(text(simulated.s2c)).toBe(real.s2c.chunks.map(chunk => text(chunk.octets)).join(''));
  });

  // Simplified: Node puts the acknowledgment of SETTINGS and the request into one segment.
  it.each(matched.filter(name => !name.startsWith('grpc-')))(
    '%s: each segment carries the same octets of the streams',
    name => {
      const scenario = scenarioOf(name)!;
      const [simulated] = conversationsOf(capturedPackets(simulate(scenario), scenario.startedAt)).conversations;
      const beginnings = ({ chunks }: CapturedStream) =>
        chunks.flatMap(chunk => chunk.arrivals.map(({ offset }) => offset));
      const real = captured(name);
      expect(beginnings(simulated.c2s)).toEqual(beginnings(real.c2s));
      expect(beginnings(simulated.s2c)).toEqual(beginnings(real.s2c));
    },
  );

  it.each(matched)('%s: its protocol is recognised and every octet explained', name => {
    const dissected = dissectConversation(captured(name), allProtocols());
    expect(dissected.protocol?.id).toBe(PROTOCOL_OF[name.split('-')[0]]);
    expect(dissected.coverage.c2s.seen).toBeGreaterThan(0);
    expect(isExplained(dissected), JSON.stringify(dissected.coverage)).toBe(true);
  });

  it.each(matched)('%s: the command line says the same', name => {
    const real = captured(name);
    const streams = JSON.parse(commandLine('run', scenarioPath(name), '--streams').out);
    const hex = (stream: CapturedStream) =>
      stream.chunks.map(chunk => Buffer.from(chunk.octets).toString('hex')).join('');
    expect(streams).toEqual({ c2s: hex(real.c2s), s2c: hex(real.s2c) });
    expect(commandLine('dissect', capturePath(name)).status).toBe(0);
  });

  it.each(Object.entries(NOT_MATCHED))('%s is not matched: %s', name => {
    expect(captureNames()).toContain(name);
    expect(scenarioOf(name)).toBeUndefined();
  });
});
