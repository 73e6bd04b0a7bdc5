import { describe, expect, it } from 'vitest';
import { addFlowSample, type FlowSample, flowCount, flowSample } from './flows';

const SAMPLE: FlowSample = {
  event: 7,
  connection: 1,
  actor: 'serverTcp',
  sndUna: 1,
  sndNxt: 1449,
  rcvNxt: 340,
  sendWindow: 65536,
  receiveWindow: 65160,
  congestionWindow: 14480,
  threshold: undefined,
  timeout: 240_000,
  roundTrip: 40_000,
  phase: 'slow start',
};

describe('the samples of a flow', () => {
  it('read as they were written', () => {
    const flows: number[] = [];
    const recovering: FlowSample = { ...SAMPLE, threshold: 7240, roundTrip: undefined, phase: 'fast recovery' };
    addFlowSample(flows, SAMPLE);
    addFlowSample(flows, recovering);
    expect(flowCount(flows)).toBe(2);
    expect([flowSample(flows, 0), flowSample(flows, 1)]).toEqual([SAMPLE, recovering]);
  });
});
