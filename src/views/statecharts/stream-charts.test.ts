import { describe, expect, it } from 'vitest';
import { http2Stream } from '../../machines/http2-stream';
import { type PresetId, presetTexts } from '../../scenario/preset-texts';
import { presetById } from '../../scenario/presets';
import { simulate } from '../../simulation/simulate';
import { chartOf } from './chart';
import { historyOf } from './history';
import { STREAM_ENDS, type StreamEnd, streamTransitions } from './stream-charts';
import { texts } from './text';

const chart = chartOf(http2Stream);
const run = (id: PresetId) => simulate(presetById(id)!.scenario);

function told(id: PresetId, end: StreamEnd): string[] {
  return streamTransitions(run(id), end).map(({ connection, event, to }) => `${connection} ${event}: ${to}`);
}

describe('The stream of a call', () => {
  it('is half closed by the request, and closed by the reply, at both ends', () => {
    const client = ['send H: open', 'send ES: half-closed (local)', 'recv ES: closed'];
    const server = ['recv H: open', 'recv ES: half-closed (remote)', 'send ES: closed'];
    const twice = (steps: readonly string[]) => [0, 1].flatMap(stream => steps.map(step => `${stream} ${step}`));
    expect(told('grpc-two-calls', 'clientStream')).toEqual(twice(client));
    expect(told('grpc-two-calls', 'serverStream')).toEqual(twice(server));
  });

  it('is closed by RST_STREAM when the client gives the call up', () => {
    expect(told('grpc-deadline', 'clientStream')[2]).toBe('0 send R: closed');
    expect(told('grpc-deadline', 'serverStream')[2]).toBe('0 recv R: closed');
  });

  it('begins anew with each call', () => {
    const all = streamTransitions(run('grpc-two-calls'), 'clientStream');
    const history = historyOf(all, 'idle', all[3].seq);
    expect([...history.visited]).toEqual(['idle', 'open', 'half-closed (local)']);
  });

  it('is nothing that a run without HTTP/2 has', () => {
    expect(told('xml-rpc-fun-add', 'clientStream')).toEqual([]);
  });

  it.each(Object.keys(presetTexts) as (keyof typeof presetTexts)[])('has a sentence for every state in %s', locale => {
    for (const end of STREAM_ENDS)
      expect(Object.keys(texts[locale].states[end]).sort()).toEqual(chart.states.map(({ id }) => id).sort());
  });
});
