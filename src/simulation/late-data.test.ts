// What comes in after an end has closed: who closes its socket resets, who closes its own direction only reads on. RFC 1122 §4.2.2.13.
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../scenario/canonical';
import type { Scenario } from '../scenario/scenario';
import { compensatingBit } from '../trace/damage';
import type { Direction, Packet, Trace } from '../trace/trace';
import { simulate } from './simulate';

/** Long enough that the server knows what it thinks of the beginning while the rest is on its way. */
const UPLOAD: Scenario = {
  ...CANONICAL,
  interface: 'len(text: string): int\n',
  server: { len: { does: 'length' } },
  calls: [{ method: 'len', args: ['x'.repeat(60_000)] }],
};

/** The run in which a bit of the request's first octet is flipped, and another that hides it from the checksum. */
function withBrokenHead(changes: Partial<Scenario>): Trace {
  const scenario = { ...UPLOAD, ...changes };
  const requests = simulate(scenario).packets.filter(({ direction }) => direction === 'c2s');
  const nth = requests.findIndex(({ segment }) => segment.length > 0);
  const bit = requests[nth].segment.headerLength * 8 + 3;
  const packet = { connection: 0, direction: 'c2s', nth } as const;
  return simulate({
    ...scenario,
    faults: [{ does: 'flip', packet, bits: [bit, compensatingBit(requests[nth], bit)!] }],
  });
}

function resets({ packets }: Trace, direction: Direction): Packet[] {
  return packets.filter(packet => packet.direction === direction && packet.segment.flags.includes('RST'));
}

const discarded = ({ events }: Trace) => events.flatMap(event => (event.type === 'discarded' ? [event.why] : []));
const flags = ({ packets }: Trace, direction: Direction) =>
  packets.filter(packet => packet.direction === direction).map(({ segment }) => segment.flags.join());

describe('A server that closes its socket while the client still sends', () => {
  const trace = withBrokenHead({});
  const [first] = resets(trace, 's2c');

  it('answers the next segment with a reset that stands where that segment acknowledges, as Python’s does', () => {
    const late = trace.events.find(event => event.type === 'discarded' && event.why === 'closed');
    const { segment } = trace.packets[late?.type === 'discarded' ? late.packet : -1];
    expect(segment.length).toBeGreaterThan(0);
    expect(first).toMatchObject({ occasion: 'refusal', segment: { seq: segment.ack, flags: ['RST'] } });
    expect(flags(trace, 's2c').indexOf('RST')).toBeGreaterThan(flags(trace, 's2c').indexOf('FIN,ACK'));
  });

  it('is rid of the connection: what follows is refused, and the client does not believe resets that are not in sequence', () => {
    expect(resets(trace, 's2c').length).toBeGreaterThan(1);
    expect(discarded(trace)).toEqual(expect.arrayContaining(['no connection', 'unacceptable']));
  });

  it('resets at once when it has left something unread, as Node.js does', () => {
    const left = withBrokenHead({ options: { client: 'node', server: 'node' } });
    expect(resets(left, 's2c')[0].segment.flags).toEqual(['RST', 'ACK']);
    expect(flags(left, 's2c')).not.toContain('FIN,ACK');
    const result = left.events.find(({ type }) => type === 'result');
    expect(result).toMatchObject({ outcomes: [{ error: { message: 'read ECONNRESET' } }] });
  });
});

describe('An end that closes its own direction only', () => {
  it('takes what comes later and says nothing, as grpc-js’s client does', () => {
    const trace = simulate({ ...CANONICAL, protocol: 'grpc' });
    const closing = flags(trace, 'c2s').indexOf('FIN,ACK');
    expect(closing).toBeGreaterThan(0);
    const goodbyes = trace.messages.filter(({ direction, pdu }) => direction === 's2c' && pdu.title === 'GOAWAY');
    expect(goodbyes).toHaveLength(2);
    expect(trace.packets.filter(({ segment }) => segment.flags.includes('RST'))).toEqual([]);
  });

  it('gets its reply on the way back, as jayson’s client does over TCP', () => {
    const trace = simulate({ ...CANONICAL, protocol: 'json-rpc', options: { transport: 'tcp' } });
    expect(trace.packets.filter(({ segment }) => segment.flags.includes('RST'))).toEqual([]);
    expect(trace.events.find(({ type }) => type === 'result')).toMatchObject({ outcomes: [{ value: 5 }] });
  });
});

describe('A client that closes while a reply is on its way', () => {
  it('resets, as the C core does', () => {
    const scenario: Scenario = {
      ...CANONICAL,
      protocol: 'grpc',
      options: { client: 'c-core', server: 'c-core' },
      calls: [{ ...CANONICAL.calls[0], cancelAfter: 110 }],
    };
    const trace = simulate(scenario);
    expect(discarded(trace)[0]).toBe('closed');
    expect(resets(trace, 'c2s')[0].occasion).toBe('refusal');
  });

  it('forgets a connection that is not open yet, and refuses what the server answers', () => {
    const [call] = CANONICAL.calls;
    const trace = simulate({ ...CANONICAL, protocol: 'grpc', calls: [{ ...call, deadline: 10 }] });
    expect(flags(trace, 'c2s')).toEqual(['SYN', 'RST']);
    expect(flags(trace, 's2c')).toEqual(['SYN,ACK']);
  });
});
