// callscope dissect: a capture file in, field trees and a verdict out.
import { pduJson } from '../exports/field-json';
import { fieldTreeText } from '../exports/field-text';
import { transcript } from '../exports/transcript';
import { allProtocols, protocolById, protocols } from '../protocols/index';
import type { Protocol } from '../protocols/protocol';
import {
  type Coverage,
  type DissectedConversation,
  dissectConversation,
  isExplained,
} from '../recording/dissect-conversation';
import type { DissectedMessage } from '../recording/dissect-stream';
import { recordTrace } from '../recording/record-trace';
import { atOnce } from '../recording/slices';
import type { Direction } from '../trace/trace';
import { readCapture } from '../wire/pcapng/read-capture';
import { type Conversation, conversationsOf, nameOf } from '../wire/reassembly/conversations';
import type { Command } from './command-line';
import { CommandError, readOrFail, type Terminal } from './terminal';

/** Returns the exit status: 0 when every octet of every connection is explained. */
export function dissect(command: Extract<Command, { name: 'dissect' }>, terminal: Terminal): number {
  const chosen = command.protocol === undefined ? undefined : protocolOf(command.protocol);
  const { conversations, ignored } = conversationsOf(readCapture(readOrFail(terminal, command.capture)));
  if (conversations.length === 0)
    throw new CommandError(`${command.capture} has no TCP connection in it (${count(ignored, 'other packet')})`);
  const dissected = conversations.map(conversation => dissectConversation(conversation, allProtocols(), chosen));
  if (command.json) terminal.print(`${JSON.stringify(documentOf(dissected, ignored), null, 2)}\n`);
  else {
    dissected.forEach((one, index) => {
      terminal.print(command.transcript ? transcriptsOf(one, index) : treesOf(one, index));
    });
    dissected.forEach((one, index) => {
      terminal.print(`${verdictOf(one, index)}\n`);
    });
  }
  return dissected.every(isExplained) ? 0 : 1;
}

function protocolOf(id: string): Protocol {
  const protocol = protocolById(id);
  if (protocol) return protocol.implementation.get();
  throw new CommandError(`there is no protocol "${id}"; there are ${protocols.map(known => known.id).join(', ')}`);
}

/** What was called over a connection, step by step: all of its parts. */
function transcriptsOf({ conversation, protocol }: DissectedConversation, index: number): string {
  let text = headingOf(conversation, index);
  for (let from = 0; from < conversation.segments.length; ) {
    const trace = atOnce(recordTrace(conversation, protocol, from));
    text += transcript(trace);
    from = trace.recording!.part.to;
  }
  return `${text}\n`;
}

function headingOf({ client, server }: Conversation, index: number): string {
  return `connection ${index + 1}: ${nameOf(client)} → ${nameOf(server)}\n\n`;
}

/** Every message of a connection as a tree of fields. */
function treesOf({ conversation, messages }: DissectedConversation, index: number): string {
  const start = messages[0]?.atMicros ?? 0;
  const numbers = { c2s: 0, s2c: 0 };
  const trees = messages.map(
    message => `${titleOf(message, ++numbers[message.direction], start)}\n${fieldTreeText(message.pdu)}\n`,
  );
  return headingOf(conversation, index) + trees.join('');
}

function titleOf({ direction, atMicros, pdu }: DissectedMessage, number: number, start: number): string {
  const milliseconds = ((atMicros - start) / 1000).toFixed(3);
  return `${arrowOf(direction)} message ${number}, ${count(pdu.bytes.length, 'byte')} of ${pdu.format}, ${milliseconds} ms`;
}

/** `connection 1: xml-rpc, 2 messages, client → server 336 of 336 bytes explained, server → client 258 of 258 bytes explained`. */
function verdictOf({ protocol, messages, coverage }: DissectedConversation, index: number): string {
  return [
    `connection ${index + 1}: ${protocol?.id ?? 'protocol not recognised'}`,
    count(messages.length, 'message'),
    coverageText('c2s', coverage.c2s),
    coverageText('s2c', coverage.s2c),
  ].join(', ');
}

function coverageText(direction: Direction, { explained, seen, missing, unexplainedContent }: Coverage): string {
  const notes = [
    missing > 0 ? `${missing} more not captured` : '',
    unexplainedContent > 0 ? `${unexplainedContent} of the content unexplained` : '',
  ].filter(note => note !== '');
  const remark = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${arrowOf(direction)} ${explained} of ${seen} bytes explained${remark}`;
}

function arrowOf(direction: Direction): string {
  return direction === 'c2s' ? 'client → server' : 'server → client';
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** What --json prints. Octets are in hex, times in microseconds since 1970. */
function documentOf(dissected: readonly DissectedConversation[], ignoredPackets: number) {
  return {
    format: 'callscope-dissection',
    version: 1,
    ignoredPackets,
    connections: dissected.map(one => ({
      client: one.conversation.client,
      server: one.conversation.server,
      protocol: one.protocol?.id ?? null,
      explained: isExplained(one),
      bytes: one.coverage,
      messages: one.messages.map(({ pdu, direction, offset, atMicros }) => ({
        direction,
        offset,
        atMicros,
        ...pduJson(pdu),
      })),
    })),
  };
}
