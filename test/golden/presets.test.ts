// What a run exports is the run: whoever reads the capture of a preset finds every message again, field by field.
import { describe, expect, it } from 'vitest';
import { pduJson } from '../../src/exports/field-json';
import { tracePcapng } from '../../src/exports/pcap';
import { allProtocols } from '../../src/protocols/index';
import { dissectConversation, isExplained } from '../../src/recording/dissect-conversation';
import { smoothPresets } from '../../src/scenario/presets';
import { simulate } from '../../src/simulation/simulate';
import type { Pdu } from '../../src/wire/bytes/pdu';
import { readCapture } from '../../src/wire/pcapng/read-capture';
import { conversationsOf } from '../../src/wire/reassembly/conversations';

/** Without the interface, the fields of these messages have neither names nor types. */
const NEEDS_INTERFACE = new Set(['grpc']);

/** By their places in the two streams: a request may be encoded before there is a connection. */
function inOrder<T extends { readonly direction: string; readonly offset: number }>(messages: readonly T[]): T[] {
  return [...messages].sort((a, b) => a.direction.localeCompare(b.direction) || a.offset - b.offset);
}

/** What the octets alone tell of a message. Thrift sends no names: which value of the call a field holds, nobody can say. */
function told(protocol: string, pdu: Pdu): unknown {
  if (NEEDS_INTERFACE.has(protocol)) return pdu.bytes;
  return protocol === 'thrift'
    ? JSON.parse(JSON.stringify(pduJson(pdu), (key, value) => (key === 'path' ? undefined : value)))
    : pduJson(pdu);
}

// A damaged segment is told from its repetition by the checksum alone, which real captures often lack: network cards fill it in.
describe('the export of a preset', () => {
  it.each(smoothPresets.map(({ id, scenario }) => [id, scenario] as const))('%s holds every message', (_, scenario) => {
    const trace = simulate(scenario);
    const { conversations, ignored } = conversationsOf(readCapture(tracePcapng(trace, scenario.startedAt)));
    expect(ignored).toBe(0);
    expect(conversations.map(({ client }) => client.port)).toEqual(
      trace.connections.map(({ clientPort }) => clientPort),
    );
    for (const [index, conversation] of conversations.entries()) {
      const dissected = dissectConversation(conversation, allProtocols());
      expect(dissected.protocol?.id).toBe(scenario.protocol);
      expect(isExplained(dissected), JSON.stringify(dissected.coverage)).toBe(true);
      const sent = trace.messages.filter(message => message.connection === index);
      const seen = inOrder(dissected.messages);
      const written = inOrder(sent.map(({ streamOffset, ...message }) => ({ ...message, offset: streamOffset })));
      expect(seen.map(({ direction, offset }) => [direction, offset])).toEqual(
        written.map(({ direction, offset }) => [direction, offset]),
      );
      expect(seen.map(({ pdu }) => told(scenario.protocol, pdu))).toEqual(
        written.map(({ pdu }) => told(scenario.protocol, pdu)),
      );
    }
  });
});
