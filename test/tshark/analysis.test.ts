// tshark's own analysis of TCP on captures of runs in which something goes wrong: it finds what the scenario made, and nothing else.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { tracePcapng } from '../../src/exports/pcap';
import { CANONICAL } from '../../src/scenario/canonical';
import { type Fault, UNIMPAIRED } from '../../src/scenario/faults';
import { presetById } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { simulate } from '../../src/simulation/simulate';
import { placeOf } from '../../src/trace/packet-place';
import type { Packet, Trace } from '../../src/trace/trace';
import { tsharkVersion } from './tshark';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'callscope-analysis-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** tshark's fields; each is empty, or 0, where there is nothing to say. */
const FINDINGS = {
  retransmissions: 'tcp.analysis.retransmission',
  fastRetransmissions: 'tcp.analysis.fast_retransmission',
  duplicateAcks: 'tcp.analysis.duplicate_ack',
  outOfOrder: 'tcp.analysis.out_of_order',
  zeroWindows: 'tcp.analysis.zero_window',
  resets: 'tcp.flags.reset',
} as const;
type Finding = keyof typeof FINDINGS;
const NAMES = Object.keys(FINDINGS) as Finding[];

/** Ids of the packets that tshark has a finding about, by the finding. */
async function findings(name: string, trace: Trace, startedAt: string): Promise<Record<Finding, number[]>> {
  const path = join(folder, `${name}.pcapng`);
  writeFileSync(path, tracePcapng(trace, startedAt));
  const fields = Object.values(FINDINGS).flatMap(field => ['-e', field]);
  const { stdout } = await execute('tshark', ['-n', '-r', path, '-T', 'fields', '-E', 'separator=/t', ...fields]);
  const rows = stdout
    .split('\n')
    .slice(0, -1)
    .map(row => row.split('\t'));
  const captured = capturedAtClient(trace);
  expect(rows).toHaveLength(captured.length);
  const about = (column: number) =>
    captured.filter((_, row) => !/^(0|False)?$/.test(rows[row][column])).map(({ id }) => id);
  return Object.fromEntries(NAMES.map((finding, column) => [finding, about(column)])) as Record<Finding, number[]>;
}

/** In the order of the capture. */
function capturedAtClient(trace: Trace): Packet[] {
  return trace.events.flatMap(event => {
    if (event.type !== 'sent' && event.type !== 'arrived') return [];
    const packet = trace.packets[event.packet];
    const isSeen =
      packet.direction === 'c2s' ? event.type === 'sent' && packet.copyOf === undefined : event.type === 'arrived';
    return isSeen ? [packet] : [];
  });
}

/** What tshark should find, read off the trace: what it can see at the client, by the rules of Wireshark's User's Guide, §7.5. */
function expected(trace: Trace): Record<Finding, number[]> {
  const captured = capturedAtClient(trace);
  const before = (packet: Packet) =>
    captured
      .slice(0, captured.indexOf(packet))
      .filter(({ direction, connection }) => direction === packet.direction && connection === packet.connection);
  const occupies = ({ segment }: Packet) =>
    segment.length > 0 || segment.flags.some(flag => flag === 'SYN' || flag === 'FIN');
  const ids = (of: (packet: Packet) => boolean) => captured.filter(of).map(({ id }) => id);
  const isBareAck = ({ segment }: Packet) => segment.length === 0 && segment.flags.join() === 'ACK';
  const comesAgain = (packet: Packet) =>
    occupies(packet) &&
    before(packet).some(other => occupies(other) && other.segment.relativeSeq === packet.segment.relativeSeq);
  return {
    retransmissions: ids(comesAgain),
    fastRetransmissions: ids(packet => packet.occasion === 'fast retransmit'),
    duplicateAcks: ids(packet => {
      const last = before(packet).at(-1)?.segment;
      return (
        isBareAck(packet) &&
        last?.ack === packet.segment.ack &&
        last.window === packet.segment.window &&
        last.seq + last.length === packet.segment.seq &&
        !last.flags.includes('SYN')
      );
    }),
    outOfOrder: ids(
      packet =>
        occupies(packet) &&
        !comesAgain(packet) &&
        before(packet).some(other => other.segment.relativeSeq > packet.segment.relativeSeq),
    ),
    zeroWindows: ids(({ segment }) => segment.window === 0 && !segment.flags.includes('RST')),
    resets: ids(({ segment }) => segment.flags.includes('RST')),
  };
}

const at = (direction: 'c2s' | 's2c', nth: number) => ({ connection: 0, direction, nth });
const upload = presetById('xml-rpc-big-upload')!.scenario;
const download: Scenario = {
  ...CANONICAL,
  protocol: 'json-rpc',
  interface: 'echo(text: string): string\n',
  server: { echo: { does: 'echo' } },
  calls: [{ method: 'echo', args: ['x'.repeat(20_000)] }],
};
/** The place of the `n`th full segment of a reply, from 0. */
const fullSegment = (scenario: Scenario, n: number) => {
  const trace = simulate(scenario);
  return placeOf(
    trace,
    trace.packets.filter(({ direction, segment }) => direction === 's2c' && segment.length > 1000)[n],
  );
};

/** A scenario, what goes wrong in it, and which findings there must be. */
const cases: readonly (readonly [
  name: string,
  scenario: Scenario,
  faults: readonly Fault[],
  findings: readonly Finding[],
])[] = [
  ['a run without faults', CANONICAL, [], []],
  ['a lost SYN', CANONICAL, [{ does: 'drop', packet: at('c2s', 0) }], ['retransmissions']],
  ['a lost request', CANONICAL, [{ does: 'drop', packet: at('c2s', 3) }], ['retransmissions']],
  ['a lost reply, which a capture at the client never sees', CANONICAL, [{ does: 'drop', packet: at('s2c', 3) }], []],
  ['a damaged reply', CANONICAL, [{ does: 'flip', bits: [900], packet: at('s2c', 3) }], ['retransmissions']],
  [
    'a reply that comes twice',
    CANONICAL,
    [{ does: 'duplicate', packet: at('s2c', 3) }],
    ['retransmissions', 'duplicateAcks'],
  ],
  ['a segment that is overtaken', upload, [{ does: 'reorder', packet: at('c2s', 20) }], ['duplicateAcks']],
  [
    'a segment that is overtaken on its way to the client',
    download,
    [{ does: 'reorder', packet: fullSegment(download, 4) }],
    ['outOfOrder', 'duplicateAcks'],
  ],
  [
    'a lost segment among many',
    upload,
    [{ does: 'drop', packet: at('c2s', 20) }],
    ['retransmissions', 'fastRetransmissions', 'duplicateAcks'],
  ],
  [
    'a server that does not read',
    { ...upload, tcp: { ...CANONICAL.tcp, receiveBuffer: 16_384 } },
    [{ does: 'stop-reading', host: 'server', from: 0, until: 900_000 }],
    ['zeroWindows'],
  ],
  ['a server that crashes', CANONICAL, [{ does: 'crash', when: { execution: 0, phase: 'after' } }], ['resets']],
];

/** tshark takes half a second; on a busy machine many times that. */
const PATIENCE_MS = 60_000;

describe.skipIf(!tsharkVersion)(`the analysis of tshark ${tsharkVersion}`, { timeout: PATIENCE_MS }, () => {
  it.concurrent.each(cases)('of %s finds exactly what was made', async (name, scenario, faults, made) => {
    const trace = simulate({ ...scenario, impairments: UNIMPAIRED, faults });
    const found = await findings(name.replaceAll(' ', '-'), trace, scenario.startedAt);
    expect(found).toEqual(expected(trace));
    for (const finding of made) expect(found[finding], finding).not.toHaveLength(0);
  });
});
