// The situations of google/packetdrill's public tests of TCP, in our own words: what a Linux host does against a peer that follows a script.
// Each names the file below gtests/net/tcp that has the situation. Linux cuts what a test writes at once into segments that leave
// together; here each is a line of its own. Where it sends earlier than RFC 6675 and RFC 6298 (tail loss probes, RACK, PRR), the RFCs count.
import { describe, expect, it } from 'vitest';
import { play, type Settings } from './scripted-peer';

/** A server with a client 100 ms away, segments of 1000 octets, a window of 65535. */
const open = (syn: string) => `
  0    peer SYN seq=0 win=65535 mss=1000 ${syn}
  0    host SYN,ACK seq=0 ack=1
  100  peer ACK seq=1 ack=1 win=65535`;
export const OPEN = open('');
export const OPEN_SACK = open('sack');

/** Segments of 1000 octets, from number `from` (the first is 0) to before `to`; `end`: the last ends a write. */
export function segments(at: number, from: number, to: number, end: 'PSH,ACK' | 'ACK' = 'PSH,ACK'): string {
  return Array.from({ length: to - from }, (_, i) => {
    const flags = from + i + 1 === to ? end : 'ACK';
    return `${at} host ${flags} seq=${1 + 1000 * (from + i)} len=1000`;
  }).join('\n');
}

type Situation = readonly [file: string, script: string, settings?: Settings];

/** A test for each of `scripts`. */
export function situations(title: string, scripts: readonly Situation[]): void {
  describe(title, () => {
    for (const [file, script, settings] of scripts)
      it(file, () => {
        const { expected, actual } = play(script, settings);
        expect(actual).toEqual(expected);
      });
  });
}
