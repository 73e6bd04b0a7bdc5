import { describe, expect, it } from 'vitest';
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

  it('is how far it has come', () => {
    const run = annotatedRun('join', ['two'], 1000);
    const states = run.events.map(({ seq }) => packetState(run, run.packets[0], seq));
    expect(states.slice(0, 7)).toEqual(['coming', 'coming', 'coming', 'coming', 'flying', 'arrived', 'arrived']);
  });
});
