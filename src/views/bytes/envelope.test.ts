import { describe, expect, it } from 'vitest';
import { type Argument, annotatedRun } from '../../../test/traces/annotated-run';
import { presets } from '../../scenario/presets';
import { simulate } from '../../simulation/simulate';
import { dissect } from '../../trace/dissection';
import { type Envelope, envelopesOf, ownLength } from './envelope';

function sketch({ tone, text, parts }: Envelope): string {
  const inside = parts.map(sketch).join(' ');
  return `${tone}${text === undefined ? '' : ` "${text}"`}${inside && ` [${inside}]`}`;
}

function envelopes(args: readonly Argument[], of: 'message' | 'packet', id = 0, segment = 1000): Envelope[] {
  return envelopesOf(dissect(annotatedRun('join', args, segment), { of, id })!);
}

describe('the envelopes of a PDU', () => {
  it('of a message are HTTP, the document in it, and in that the method’s name and the arguments', () => {
    const [http, ...rest] = envelopes(['two', 'three'], 'message');
    expect(rest).toEqual([]);
    expect(sketch(http)).toBe('http [document [name "join" value "two" value "three"]]');
    expect(ownLength(http)).toBe(44);
    expect(ownLength(http.parts[0]) + 'jointwothree'.length).toBe(http.parts[0].end - http.parts[0].start);
  });

  it('of a frame are Ethernet, IPv4 and TCP around all that', () => {
    const [ethernet] = envelopes(['two'], 'packet');
    expect(sketch(ethernet)).toBe('eth [ip [tcp [http [document [name "join" value "two"]]]]]');
    expect(ownLength(ethernet)).toBe(14);
  });

  it('of a frame with a part of a message are of that part', () => {
    const [ethernet] = envelopes(['two'], 'packet', 1, 60);
    expect(sketch(ethernet)).toMatch(/^eth \[ip \[tcp \[http \[document \[/);
    const inner = ethernet.parts[0].parts[0].parts[0];
    expect([inner.start, inner.end]).toEqual([54, ethernet.end]);
  });

  it('draw many values as one', () => {
    const many = Array.from({ length: 9 }, (_, i) => String(i));
    const [http] = envelopes(many, 'message');
    expect(http.parts[0].parts.map(({ values }) => values)).toEqual([undefined, 9]);
  });

  it('cut long texts', () => {
    const [http] = envelopes(['a'.repeat(50)], 'message');
    expect(http.parts[0].parts[1].text).toBe(`${'a'.repeat(15)}…`);
  });
});

describe('the envelopes of a message in binary', () => {
  it.each(['dubbo-fun-add', 'thrift-fun-add'])('%s: name the method, and say the numbers, not their octets', preset => {
    const trace = simulate(presets.find(({ id }) => id === preset)!.scenario);
    const request = envelopesOf(dissect(trace, { of: 'message', id: 0 })!);
    const texts = ({ tone, text, parts }: Envelope): string[] => [
      ...(tone === 'name' || tone === 'value' ? [text!] : []),
      ...parts.flatMap(texts),
    ];
    expect(request.flatMap(texts).slice(0, 3)).toEqual(['fun_add', '2', '3']);
  });
});
