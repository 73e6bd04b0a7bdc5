import { describe, expect, it } from 'vitest';
import { annotatedRun } from '../../../test/traces/annotated-run';
import { CANONICAL } from '../../scenario/canonical';
import { simulate } from '../../simulation/simulate';
import { dissect } from '../../trace/dissection';
import { hexRow } from './hex-row';

const run = annotatedRun('join', ['two', '你好'], 1000);

describe('a row of a hex dump', () => {
  it('is one run of text where all of it has one tone', () => {
    const row = hexRow(dissect(run, { of: 'message', id: 0 })!, 0, 16);
    expect(row.hex).toEqual([{ tone: 'http', text: '50 4f 53 54 20 2f 52 50  43 32 20 48 54 54 50 2f' }]);
    expect(row.text).toEqual([{ tone: 'http', text: 'POST /RPC2 HTTP/' }]);
  });

  it('changes its tone where a header ends and the message in it begins', () => {
    const row = hexRow(dissect(run, { of: 'packet', id: 0 })!, 48, 16);
    expect(row.hex.map(({ tone }) => tone)).toEqual(['tcp', undefined, 'http']);
    expect(row.text.at(-1)).toEqual({ tone: 'http', text: 'POST /RPC2' });
  });

  it('takes no octets of a header for UTF-8', () => {
    const dissection = dissect(run, { of: 'packet', id: 0 })!;
    const bytes = dissection.bytes.slice();
    bytes.set([0xc3, 0xa9], 6);
    const row = hexRow({ ...dissection, bytes }, 0, 8);
    expect(row.text).toEqual([{ tone: 'eth', text: expect.stringMatching(/··$/) }]);
  });

  it('takes no octets of a figure or a code for UTF-8: HPACK’s Huffman code is full of what looks like it', () => {
    const trace = simulate({ ...CANONICAL, protocol: 'grpc' });
    for (const { id, pdu } of trace.messages)
      for (let start = 0; start < pdu.bytes.length; start += 16)
        expect(
          hexRow(dissect(trace, { of: 'message', id })!, start, 16)
            .text.map(({ text }) => text)
            .join(''),
        ).toMatch(/^[ -~·]*$/);
  });

  it('gives a character of several octets their room', () => {
    const { bytes } = run.messages[0].pdu;
    const start = bytes.indexOf(0xe4);
    const row = hexRow(dissect(run, { of: 'message', id: 0 })!, start, 8);
    expect(row.text.slice(0, 2)).toEqual([
      { tone: 'value', text: '你', cells: 3 },
      { tone: 'value', text: '好', cells: 3 },
    ]);
  });
});
