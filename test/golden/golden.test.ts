import { describe, expect, it } from 'vitest';
import { dissectConversation, isExplained } from '../../src/cli/dissect-conversation';
import { applicationStreams } from '../../src/exports/streams';
import { protocols } from '../../src/protocols/index';
import { simulate } from '../../src/simulation/simulate';
import { captured, captureNames, scenarioOf } from './golden';

/** Captures that no scenario matches and no protocol explains, and why. */
const NOT_MATCHED: Readonly<Record<string, string>> = {
  'jsonrpc-ws_fun_add': 'JSON-RPC over WebSocket is not simulated',
};

const PROTOCOL_OF: Readonly<Record<string, string>> = { xmlrpc: 'xml-rpc', jsonrpc: 'json-rpc' };

const text = (octets: Uint8Array) => Buffer.from(octets).toString('latin1');

const matched = captureNames().filter(name => !(name in NOT_MATCHED));

describe('golden captures of real peers', () => {
  it.each(matched)('%s: the simulation sends the same octets', name => {
    const real = captured(name);
    const [simulated, ...more] = applicationStreams(simulate(scenarioOf(name)!));
    expect(more).toEqual([]);
    expect(text(simulated.c2s)).toBe(real.c2s.chunks.map(chunk => text(chunk.octets)).join(''));
    expect(text(simulated.s2c)).toBe(real.s2c.chunks.map(chunk => text(chunk.octets)).join(''));
  });

  it.each(matched)('%s: its protocol is recognised and every octet explained', name => {
    const dissected = dissectConversation(captured(name), protocols);
    expect(dissected.protocol?.id).toBe(PROTOCOL_OF[name.split('-')[0]]);
    expect(dissected.coverage.c2s.seen).toBeGreaterThan(0);
    expect(isExplained(dissected), JSON.stringify(dissected.coverage)).toBe(true);
  });

  it.each(Object.entries(NOT_MATCHED))('%s is not matched: %s', name => {
    expect(captureNames()).toContain(name);
    expect(scenarioOf(name)).toBeUndefined();
  });
});
