// What a run exports is the run: whoever reads the capture of a preset finds every message again, field by field.
import { describe, expect, it } from 'vitest';
import { dissectConversation, isExplained } from '../../src/cli/dissect-conversation';
import { pduJson } from '../../src/exports/field-json';
import { tracePcapng } from '../../src/exports/pcap';
import { allProtocols } from '../../src/protocols/index';
import { presets } from '../../src/scenario/presets';
import { simulate } from '../../src/simulation/simulate';
import { readCapture } from '../../src/wire/pcapng/read-capture';
import { conversationsOf } from '../../src/wire/reassembly/conversations';

describe('the export of a preset', () => {
  it.each(presets.map(({ id, scenario }) => [id, scenario] as const))('%s holds every message', (_, scenario) => {
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
      expect(dissected.messages.map(message => [message.direction, message.offset])).toEqual(
        sent.map(message => [message.direction, message.streamOffset]),
      );
      expect(dissected.messages.map(message => pduJson(message.pdu))).toEqual(
        sent.map(message => pduJson(message.pdu)),
      );
    }
  });
});
