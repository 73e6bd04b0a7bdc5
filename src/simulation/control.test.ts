import { describe, expect, it } from 'vitest';
import { add, results, SCENARIO } from '../../test/line-runs';
import { politeLineProtocol } from '../../test/polite-line-protocol';
import { phasesOf } from '../trace/phases';
import { simulateOver } from './simulate';

const trace = simulateOver(politeLineProtocol, { ...SCENARIO, calls: [add(2, 3), add(4, 5)] });
const said = trace.messages.map(({ direction, control, pdu, exchange }) => [
  `${direction} ${control ? 'control' : 'message'}`,
  control ? pdu.title : exchange,
]);

describe('a protocol that says more than calls and replies', () => {
  it('greets first, calls when it has been greeted, and takes leave before it closes', () => {
    expect(said).toEqual([
      // Marshalled before there is a connection.
      ['c2s message', 0],
      ['c2s control', 'hello'],
      ['s2c control', 'welcome'],
      ['c2s control', 'thanks'],
      ['s2c control', 'go'],
      ['s2c message', 0],
      ['c2s message', 1],
      ['s2c control', 'go'],
      ['s2c message', 1],
      ['c2s control', 'bye'],
    ]);
    expect(results(trace)).toEqual([5, 9]);
  });

  it('holds back what its window does not let through until the other side has opened it', () => {
    const request = trace.messages[0];
    const parts = trace.packets.filter(({ carries }) => carries.some(({ message }) => message === request.id));
    const go = trace.packets.find(({ carries }) => carries.some(({ message }) => message === 4))!;
    expect(parts.map(({ carries }) => [carries.at(-1)!.start, carries.at(-1)!.end])).toEqual([
      [0, 4],
      [4, request.pdu.bytes.length],
    ]);
    expect(parts[1].sentAt).toBeGreaterThanOrEqual(go.arrivedAt!);
  });

  it('knows of every message where its octets stand in the stream', () => {
    for (const direction of ['c2s', 's2c'] as const) {
      let at = 0;
      const inOrder = trace.messages.filter(each => each.direction === direction);
      inOrder.sort((a, b) => a.streamOffset - b.streamOffset);
      for (const message of inOrder) {
        expect(message.streamOffset).toBe(at);
        at += message.pdu.bytes.length;
      }
    }
  });

  it('reads the messages that were written', () => {
    const read = trace.events.flatMap(event => (event.type === 'decoded' ? [event.message] : []));
    expect(read).toEqual([0, 5, 6, 8]);
  });

  it('has a phase of its own between the handshake and the first request', () => {
    const kinds = phasesOf(trace).map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['handshake', 'opening', 'request']);
    expect(kinds.filter(kind => kind === 'opening')).toHaveLength(1);
  });
});
