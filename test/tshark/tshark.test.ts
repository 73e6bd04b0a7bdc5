// tshark reads the export of every preset: TCP, HTTP, and XML, JSON or Thrift; nothing malformed, every checksum right, no expert warning.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tracePcap, tracePcapng } from '../../src/exports/pcap';
import { presets, smoothPresets } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import { tshark, tsharkVersion } from './tshark';

if (!tsharkVersion) console.warn('tshark is not to be had: the exported captures are not read by it.');

const folder = mkdtempSync(join(tmpdir(), 'callscope-tshark-'));
afterAll(() => rmSync(folder, { recursive: true }));

const JSON_OVER_TCP = 'json';
/** tshark 4.0 takes what it does not know for data of TCP. */
const UNKNOWN_TO_TSHARK = ['dubbo'];
/** tshark takes half a second; on a busy machine many times that. */
const PATIENCE_MS = 60_000;

/** What tshark calls the document in a message. */
const BODIES: Readonly<Record<string, string>> = {
  'json-rpc': 'json',
  rest: 'json',
  'xml-rpc': 'xml',
  grpc: 'grpc',
  thrift: 'thrift',
};

/** What tshark cannot know from the port alone. */
function applicationOf(scenario: Scenario): string {
  if (scenario.protocol === 'grpc') return 'http2';
  if (scenario.protocol === 'thrift') return 'thrift';
  return scenario.options.transport === 'tcp' ? JSON_OVER_TCP : 'http';
}

async function verdictOn(file: string, octets: Uint8Array, scenario: Scenario) {
  const path = join(folder, file);
  writeFileSync(path, octets);
  if (UNKNOWN_TO_TSHARK.includes(scenario.protocol)) return tshark(path, []);
  return tshark(path, [`tcp.port==${scenario.hosts.server.port},${applicationOf(scenario)}`]);
}

describe.skipIf(!tsharkVersion)(`tshark ${tsharkVersion}`, { timeout: PATIENCE_MS }, () => {
  it.concurrent.each(smoothPresets.map(({ id, scenario }) => [id, scenario] as const))(
    'dissects %s and finds no fault',
    async (id, scenario) => {
      const trace = simulate(scenario);
      const { packets, faults } = await verdictOn(`${id}.pcapng`, tracePcapng(trace, scenario.startedAt), scenario);
      // It remarks on every reset, and should.
      const resets = trace.packets.filter(({ segment }) => segment.flags.includes('RST'));
      expect(faults.filter(fault => !fault.endsWith('Connection reset (RST)'))).toEqual([]);
      expect(faults).toHaveLength(resets.length);
      expect(packets).toHaveLength(trace.packets.length);
      if (UNKNOWN_TO_TSHARK.includes(scenario.protocol)) return;
      const body = BODIES[scenario.protocol];
      const dissected = packets.filter(packet => packet.protocols.split(':').includes(body));
      expect(dissected.length).toBeGreaterThanOrEqual(
        trace.messages.filter(message => !message.control && hasBody(message)).length,
      );
      const http = packets.filter(packet => packet.protocols.split(':').some(each => /^http2?$/.test(each)));
      expect(http.length > 0).toBe(/^http2?$/.test(applicationOf(scenario)));
    },
  );

  it('would find a wrong checksum', async () => {
    const [{ scenario }] = presets;
    const capture = tracePcap(simulate(scenario), scenario.startedAt);
    const [fileHeader, recordHeader, checksumInFrame] = [24, 16, 50];
    capture[fileHeader + recordHeader + checksumInFrame] ^= 1;
    const { faults } = await verdictOn('wrong.pcap', capture, scenario);
    expect(faults).toContainEqual(expect.stringMatching(/^packet 1: .*checksum/i));
  });

  it('reads classic pcap with the same times', async () => {
    const [{ id, scenario }] = presets;
    const trace = simulate(scenario);
    const { packets, faults } = await verdictOn(`${id}.pcap`, tracePcap(trace, scenario.startedAt), scenario);
    expect(faults).toEqual([]);
    const { packets: again } = await verdictOn(`${id}.pcapng`, tracePcapng(trace, scenario.startedAt), scenario);
    expect(packets.map(({ timeEpoch }) => Number(timeEpoch))).toEqual(again.map(({ timeEpoch }) => Number(timeEpoch)));
    expect(Number(packets[0].timeEpoch)).toBeCloseTo(Date.parse(scenario.startedAt) / 1000, 0);
  });
});

/** An answer to a notification over HTTP is a head without a body. */
function hasBody({ pdu }: { pdu: { bytes: Uint8Array } }): boolean {
  return !Buffer.from(pdu.bytes).toString('latin1').endsWith('\r\n\r\n');
}
