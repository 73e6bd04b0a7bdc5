// The canonical demo: what a newcomer sees first, and what a scenario has where it says nothing else.
import { UNIMPAIRED } from './faults';
import { ONE_AT_A_TIME } from './load';
import { LIBRARY_POLICY } from './policy';
import type { Scenario } from './scenario';
import { LINUX_TCP } from './tcp-options';

/** `fun_add(2, 3)` over XML-RPC, as Python's own client and server speak it over HTTP/1.1. */
export const CANONICAL: Scenario = {
  version: 2,
  interface: 'fun_add(a: int, b: int): int\n',
  server: { fun_add: { does: 'add' } },
  calls: [{ method: 'fun_add', args: [2, 3] }],
  protocol: 'xml-rpc',
  options: {},
  network: { latency: 20_000, bandwidth: 100_000_000, mtu: 1500 },
  impairments: UNIMPAIRED,
  faults: [],
  tcp: LINUX_TCP,
  policy: LIBRARY_POLICY,
  load: ONE_AT_A_TIME,
  hosts: {
    client: { address: '172.171.4.176', port: 51_000 },
    server: { address: '172.171.5.95', port: 8080 },
  },
  connection: { reuse: true, closeAtEnd: true },
  startedAt: '2024-02-29T12:34:56Z',
  seed: 1,
};
