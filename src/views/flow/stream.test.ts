import { describe, expect, it } from 'vitest';
import { run } from '../../../test/line-runs';
import type { Fault } from '../../scenario/faults';
import { tcpOptionsOf } from '../../trace/tcp-options';
import { streamOf } from './stream';

const LONG = { calls: [{ method: 'length', args: ['x'.repeat(20_000)] }] };
const drop = (nth: number): Fault => ({ does: 'drop', packet: { connection: 0, direction: 'c2s', nth } });

describe('one direction of a connection', () => {
  it('is what its sender sends, octet after octet, from SYN to FIN', () => {
    const stream = streamOf(run(LONG), 0, 'c2s')!;
    expect(stream.segments[0]).toMatchObject({ from: 0, to: 1, isAgain: false, isLost: false });
    expect(stream.segments.every(({ from }, i) => i === 0 || from === stream.segments[i - 1].to)).toBe(true);
    expect(stream.feedback.at(-1)?.acknowledged).toBe(stream.highest);
  });

  it('tells what is lost and what is sent again', () => {
    const { segments } = streamOf(run({ ...LONG, faults: [drop(4)] }), 0, 'c2s')!;
    const lost = segments.filter(segment => segment.isLost);
    const again = segments.filter(segment => segment.isAgain);
    expect(lost).toHaveLength(1);
    expect(again.map(({ from, to }) => [from, to])).toEqual([[lost[0].from, lost[0].to]]);
  });

  it('shows the blocks that the receiver holds beyond a gap, up to what was sent', () => {
    const { segments, feedback } = streamOf(run({ ...LONG, faults: [drop(4)] }), 0, 'c2s')!;
    const lost = segments.find(segment => segment.isLost)!;
    const told = feedback.find(({ blocks }) => blocks.length > 0)!;
    expect(told.acknowledged).toBe(lost.from);
    expect(told.blocks).toEqual([{ left: lost.to, right: segments[segments.indexOf(lost) + 1].to }]);
  });

  it('widens the window by the shift of the peer’s SYN, but not in that SYN itself', () => {
    const trace = run(LONG);
    const [syn, next] = streamOf(trace, 0, 'c2s')!.feedback;
    const { window, relativeAck } = trace.packets[next.packet].segment;
    const synAck = trace.packets[syn.packet];
    const scale = tcpOptionsOf(synAck)?.find(option => option.kind === 'window-scale');
    expect(scale?.shift).toBeGreaterThan(0);
    expect(syn.limit).toBe(1 + synAck.segment.window);
    expect(next.limit).toBe(relativeAck + window * 2 ** scale!.shift);
    const tcp = { congestionControl: 'cubic', sack: true, windowScaling: false, nagle: false } as const;
    const plain = run({ ...LONG, tcp });
    const answer = streamOf(plain, 0, 'c2s')!.feedback[1];
    expect(answer.limit).toBe(answer.acknowledged + plain.packets[answer.packet].segment.window);
  });

  it('is not there before the connection', () => {
    expect(streamOf(run(), -1, 'c2s')).toBeUndefined();
  });
});
