import { describe, expect, it } from 'vitest';
import { run } from '../../../test/line-runs';
import { annotatedRun } from '../../../test/traces/annotated-run';
import { addCalls } from '../../../test/traces/hand-made';
import { packetInfo, packetState } from './packet-info';
import { texts } from './text';

describe('what the list says of a packet', () => {
  it('is the message and which part of it, or what its flags mean', () => {
    const run = annotatedRun('join', ['two'], 80);
    expect(run.messages[0].pdu.bytes.length).toBeGreaterThan(160);
    expect(run.packets.map(packet => packetInfo(run, packet, texts.en, 'en')).slice(0, 2)).toEqual([
      'POST /RPC2 (part 1 of 3)',
      'POST /RPC2 (part 2 of 3)',
    ]);
    const bare = addCalls();
    const infos = bare.packets.map(packet => packetInfo(bare, packet, texts.en, 'en'));
    expect(infos.slice(0, 3)).toEqual([
      'Asks to open a connection',
      'Agrees to open it',
      'Has everything before byte 1',
    ]);
    expect(infos).toContain('Has nothing more to send');
  });

  it('counts the parts of a message once, however often they come', () => {
    const faults = [{ does: 'duplicate', packet: { connection: 0, direction: 'c2s', nth: 2 } }] as const;
    const twice = run({ faults });
    const infos = twice.packets
      .map(packet => packetInfo(twice, packet, texts.en, 'en'))
      .filter(info => /part/.test(info));
    expect(infos.filter(info => info.includes('part 1 of 2'))).toHaveLength(3);
    expect(infos.every(info => info.endsWith('of 2)'))).toBe(true);
  });

  it('is how far it has come, or where it got lost', () => {
    const lossy = run({ faults: [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 0 } }] });
    const dropped = lossy.events.findIndex(event => event.type === 'dropped');
    expect(packetState(lossy, lossy.packets[0], dropped - 1)).toBe('flying');
    expect(packetState(lossy, lossy.packets[0], dropped)).toBe('lost');
  });

  it('is how far it has come', () => {
    const run = annotatedRun('join', ['two'], 1000);
    const states = run.events.map(({ seq }) => packetState(run, run.packets[0], seq));
    expect(states.slice(0, 7)).toEqual(['coming', 'coming', 'coming', 'coming', 'flying', 'arrived', 'arrived']);
  });
});
