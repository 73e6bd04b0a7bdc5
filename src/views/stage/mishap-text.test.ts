import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import { simulate } from '../../simulation/simulate';
import { mishapAt } from '../../trace/mishaps';
import type { DiscardReason, Packet } from '../../trace/trace';
import { mishapTexts } from './mishap-text';

function thrownAway(
  why: DiscardReason,
  flags: readonly string[],
  length: number,
  locale: 'en' | 'zh-CN' = 'en',
): string {
  const packet = { direction: 'c2s', segment: { flags, length } } as Packet;
  return mishapTexts[locale].tell({ kind: 'discarded', packet, why });
}

describe('A segment that is thrown away', () => {
  it('comes too late for a program that has closed its socket', () => {
    expect(thrownAway('closed', ['ACK'], 1448)).toBe(
      'The server’s program has closed its socket: nobody will read the segment with 1,448 bytes, and a RST will say so.',
    );
    expect(thrownAway('closed', ['ACK'], 1448, 'zh-CN')).toBe(
      '服务端的程序已关闭套接字：没有人会读载有 1,448 字节的报文段，RST 将告知对方。',
    );
  });

  it('is a reset that nobody has reason to believe', () => {
    expect(thrownAway('unacceptable', ['RST'], 0)).toBe(
      'The server’s TCP ignores the RST: its number is not the one that comes next. Otherwise anybody could break the connection off.',
    );
    expect(thrownAway('unacceptable', ['RST'], 0, 'zh-CN')).toBe(
      'RST 的序号不是接下来应到的那个：服务端的 TCP 不予理会，否则任何人都能切断连接。',
    );
  });

  it('is for a connection that is over', () => {
    expect(thrownAway('no connection', ['RST'], 0)).toBe(
      'The server’s TCP has no connection any more that the RST could belong to: it throws it away.',
    );
  });
});

describe('A segment whose retransmission timer has run out', () => {
  /** What is told when packet `id` of a run without the first `lost` packets of the client leaves. */
  function toldAt(lost: readonly number[], id: number, locale: 'en' | 'zh-CN' = 'en'): string {
    const faults = lost.map(nth => ({ does: 'drop', packet: { connection: 0, direction: 'c2s', nth } }) as const);
    const trace = simulate({ ...CANONICAL, faults });
    const { seq } = trace.events.find(event => event.type === 'sent' && event.packet === id)!;
    return mishapTexts[locale].tell(mishapAt(trace, seq)!);
  }

  it('was waited for as long as TCP waits before it knows the way', () => {
    expect(toldAt([0], 1)).toBe(
      'The client’s retransmission timer has run out: no acknowledgement has come within 1.00 s, where TCP begins while it has measured no round trip. TCP sends the SYN again, and will wait twice as long the next time.',
    );
    expect(toldAt([0], 1, 'zh-CN')).toContain('1.00 s 内（尚未测得往返时间时的初值）没有收到确认');
  });

  it('is waited for twice as long the next time', () => {
    expect(toldAt([0, 1], 2)).toContain('within 2.00 s, twice the time before.');
  });

  it('is waited for by what a round trip has taken', () => {
    expect(toldAt([3], 6)).toContain('within 240.0 ms, a round trip of 40.0 ms and a margin.');
  });
});

it('A sentence in Chinese has one space beside a Latin name, and none before its marks', () => {
  const packet = { direction: 'c2s', segment: { flags: ['SYN'], length: 0 } } as unknown as Packet;
  expect(mishapTexts['zh-CN'].tell({ kind: 'lost', packet, why: 'loss' })).toBe(
    '网络丢失了 SYN。客户端的 TCP 并不知道：只有迟迟不来的确认才会告诉它。',
  );
});
