import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import type { Fault, PacketPlace } from '../../scenario/faults';
import { simulate } from '../../simulation/simulate';
import { faultName } from './fault-name';
import { texts } from './text';

const trace = simulate(CANONICAL);
const drop = (place: Partial<PacketPlace>): Fault => ({
  does: 'drop',
  packet: { connection: 0, direction: 'c2s', nth: 0, ...place },
});

describe('the name of a fault', () => {
  it('says which packet of the run at hand it befalls', () => {
    expect(faultName(drop({ nth: 2 }), trace, texts.en)).toBe('drop PSH ACK · 148 B →');
    expect(faultName(drop({ nth: 99 }), trace, texts.en)).toBe('drop → 100: no such packet in this run');
  });

  it('says the place of the packet where no run is at hand', () => {
    expect(faultName(drop({ direction: 's2c' }), undefined, texts.en)).toBe('drop SYN ACK ←');
    expect(faultName(drop({ nth: 2, connection: 1 }), undefined, texts.en)).toBe('drop packet 3 of connection 2 →');
    expect(faultName(drop({ nth: 2, connection: 1 }), undefined, texts['zh-CN'])).toBe('丢弃 连接 2 的第 3 个数据包 →');
  });

  it('says what happens to a host, and when', () => {
    const crash: Fault = { does: 'crash', when: { execution: 0, phase: 'after' }, lasts: 50_000 };
    expect(faultName(crash, undefined, texts.en)).toBe('server crashes after execution 1 for 50.0 ms');
  });
});
