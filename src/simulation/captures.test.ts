// Runs against captures of real peers on Linux, segment by segment: direction, flags, relative numbers, lengths and windows.
import { describe, expect, it } from 'vitest';
import { segmentsOfCapture, segmentsOfRun } from '../../test/segments';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario } from '../scenario/scenario';
import { simulate } from './simulate';

/** The loopback interface of the captures; its packets take some 20 µs there and back. */
const LOOPBACK = { latency: 10, bandwidth: 100_000_000_000, mtu: 65_536 };

function scenario(port: number, changes: Partial<Scenario> = {}): Scenario {
  const address = '127.0.0.1';
  const hosts = { client: { address, port: 44_806 }, server: { address, port } };
  return { ...CANONICAL, network: LOOPBACK, hosts, ...changes };
}

const TWO_CALLS = [
  { method: 'fun_add', args: [2, 3] },
  { method: 'fun_add', args: [-7, 2147483647] },
];
const NOTIFICATION: Partial<Scenario> = {
  interface: 'oneway note(text: string)\n',
  server: { note: { does: 'echo' } },
  calls: [{ method: 'note', args: ['bye'] }],
};

describe('the segments of a run', () => {
  it.each([
    ['xmlrpc/fun_add', scenario(8000, { options: { http: '1.0' } })],
    ['xmlrpc/fun_add_http11', scenario(8000)],
    ['xmlrpc/fun_add_keepalive2', scenario(8000, { calls: TWO_CALLS })],
    ['xmlrpc/node_fun_add', scenario(8000, { options: { client: 'node', server: 'node' } })],
    ['jsonrpc/http_fun_add', scenario(8545, { protocol: 'json-rpc' })],
    ['jsonrpc/tcp_fun_add', scenario(8546, { protocol: 'json-rpc', options: { transport: 'tcp' } })],
    ['jsonrpc/tcp_notify', scenario(8546, { protocol: 'json-rpc', options: { transport: 'tcp' }, ...NOTIFICATION })],
  ])('are those of %s, but for an acknowledgment of FIN that Linux joins with its own FIN', (capture, captured) => {
    expect(withoutAckOfFin(segmentsOfRun(simulate(captured)))).toEqual(segmentsOfCapture(capture));
  });

  it('are those of jsonrpc/http_keepalive2, but for the acknowledgment that waited 40 ms while the client was idle', () => {
    const run = segmentsOfRun(simulate(scenario(8545, { protocol: 'json-rpc', calls: TWO_CALLS })));
    const idle = 'c2s  ACK  seq=495 ack=420 len=0 win=64';
    expect(withoutAckOfFin(run)).toEqual(segmentsOfCapture('jsonrpc/http_keepalive2').filter(line => line !== idle));
  });

  it('of a large request with an MTU of 1500 carry as many octets each as those of xmlrpc/big_up', () => {
    const text = Array.from({ length: 12_500 }, (_, number) => `${String(number).padStart(7, '0')},`).join('');
    const upload = scenario(8000, {
      interface: 'big_len(text: string): list<int>\n',
      server: { big_len: { does: 'measure' } },
      calls: [{ method: 'big_len', args: [text] }],
      network: { ...LOOPBACK, mtu: 1500 },
    });
    const lengths = (segments: readonly string[]) =>
      segments.flatMap(line => /^c2s .* len=([1-9]\d*)/.exec(line)?.[1] ?? []);
    const captured = lengths(segmentsOfCapture('xmlrpc/big_up'));
    expect(captured.length).toBeGreaterThan(70);
    expect(lengths(segmentsOfRun(simulate(upload)))).toEqual(captured);
  });
});

/** Leaves out each bare ACK between the FIN of one side and the FIN of the other. */
function withoutAckOfFin(segments: readonly string[]): string[] {
  const isFin = (line: string | undefined) => line?.includes(' FIN ') ?? false;
  return segments.filter((line, i) => !(/^... {2}ACK /.test(line) && isFin(segments[i - 1]) && isFin(segments[i + 1])));
}
