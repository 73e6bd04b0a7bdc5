// A scenario at random in which calls, faults and policies meet: the same for the same number.
import { CANONICAL } from '../../src/scenario/canonical';
import type { Fault, ServerFault } from '../../src/scenario/faults';
import { UNIMPAIRED } from '../../src/scenario/faults';
import { type CallPolicy, LIBRARY_POLICY, USUAL_RETRY } from '../../src/scenario/policy';
import type { Scenario } from '../../src/scenario/scenario';

/** What a policy promises about how often a call is executed. */
type Guarantee = 'nothing' | 'at most once' | 'at least once' | 'exactly once';

export interface Schedule {
  readonly scenario: Scenario;
  readonly promises: Guarantee;
}

const PROTOCOLS: readonly Pick<Scenario, 'protocol' | 'options'>[] = [
  { protocol: 'xml-rpc', options: {} },
  { protocol: 'xml-rpc', options: { client: 'node', server: 'node' } },
  { protocol: 'xml-rpc', options: { http: '1.0' } },
  { protocol: 'json-rpc', options: {} },
  { protocol: 'json-rpc', options: { transport: 'tcp' } },
  { protocol: 'rest', options: {} },
  { protocol: 'grpc', options: {} },
  { protocol: 'grpc', options: { client: 'c-core', server: 'c-core' } },
  { protocol: 'thrift', options: {} },
  { protocol: 'dubbo', options: {} },
];
/** Those with no place for a key. */
const KEYLESS = ({ protocol, options }: (typeof PROTOCOLS)[number]) =>
  protocol === 'thrift' || options.transport === 'tcp';

const MILLI = 1000;

/** The schedule with this number. */
export function schedule(number: number): Schedule {
  return new Draw(number).schedule();
}

class Draw {
  private state: number;

  constructor(private readonly number: number) {
    this.state = number;
  }

  schedule(): Schedule {
    const system = this.one(PROTOCOLS);
    const promises = this.one<Guarantee>(['nothing', 'at most once', 'at least once', 'exactly once']);
    const kept = promises === 'exactly once' && KEYLESS(system) ? 'at least once' : promises;
    const deadline = this.chance(0.7) ? this.between(100, 3000) : undefined;
    const calls = Array.from({ length: this.between(1, 3) }, (_, call) => ({
      method: 'fun_add',
      args: [call, this.between(0, 9)],
      ...(deadline !== undefined && { deadline }),
    }));
    const scenario: Scenario = {
      ...CANONICAL,
      ...system,
      calls,
      server: { fun_add: { does: 'add', takes: this.one([200, 200, 50 * MILLI, 400 * MILLI]) } },
      network: { ...CANONICAL.network, latency: this.one([100, 5 * MILLI, 20 * MILLI]) },
      policy: this.policy(kept),
      load: { rounds: this.between(1, 2), callers: this.between(1, 3), workers: this.between(1, 3) },
      connection: {
        reuse: this.chance(0.8),
        closeAtEnd: this.chance(0.8),
        ...(this.chance(0.3) && { pool: this.between(1, 2) }),
      },
      faults: Array.from({ length: this.between(0, 3) }, () => this.fault()),
      impairments: this.chance(0.3)
        ? {
            loss: this.share(0.1),
            duplication: this.share(0.1),
            reordering: this.share(0.1),
            corruption: this.share(0.05),
            jitter: 0,
          }
        : UNIMPAIRED,
      seed: this.number >>> 0,
    };
    return { scenario, promises: kept };
  }

  private policy(promises: Guarantee): CallPolicy {
    const timeout = this.chance(0.7) ? { timeout: this.between(50, 1000) } : {};
    const attempts = this.between(1, 4);
    const retry = {
      ...USUAL_RETRY,
      attempts,
      backoff: this.between(0, 200),
      jitter: this.one(['none', 'full'] as const),
    };
    switch (promises) {
      case 'nothing':
        if (this.chance(0.4)) return LIBRARY_POLICY;
        return { ...timeout, hedge: { after: this.between(20, 300), attempts }, deduplication: 'none' };
      case 'at most once':
        return { ...timeout, retry: { ...retry, evenIfExecuted: false }, deduplication: 'none' };
      case 'at least once':
        return { ...timeout, retry, deduplication: 'none' };
      case 'exactly once':
        return {
          ...timeout,
          ...(this.chance(0.7) ? { retry } : { hedge: { after: 100, attempts } }),
          deduplication: 'durable',
        };
    }
  }

  private fault(): Fault {
    const time = this.between(0, 400 * MILLI);
    const lasts = this.chance(0.6) ? { lasts: this.between(1, 800 * MILLI) } : {};
    const when = this.chance(0.5)
      ? { at: time }
      : { execution: this.between(0, 2), phase: this.one(['before', 'after'] as const) };
    const direction = this.one(['c2s', 's2c'] as const);
    const packet = { connection: this.between(0, 1), direction, nth: this.between(0, 8) };
    const until = this.chance(0.7) ? { until: time + this.between(1, 500 * MILLI) } : {};
    return this.one<() => Fault>([
      () => ({ does: this.one<ServerFault['does']>(['hang', 'crash', 'power-off', 'unreachable']), when, ...lasts }),
      () => ({ does: this.one<ServerFault['does']>(['hang', 'crash', 'power-off', 'unreachable']), when, ...lasts }),
      () => ({ does: this.one(['drop', 'duplicate', 'reorder'] as const), packet }),
      () => ({ does: 'delay', packet, by: this.between(1, 600 * MILLI) }),
      () => ({ does: 'partition', from: time, ...until }),
      () => ({ does: 'stop-reading', host: this.one(['client', 'server'] as const), from: time, ...until }),
    ])();
  }

  /** The next number from 0 to below 1: mulberry32 of T. Ettinger, public domain. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  private chance(share: number): boolean {
    return this.next() < share;
  }

  private share(most: number): number {
    return this.next() * most;
  }

  private between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  private one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)];
  }
}
