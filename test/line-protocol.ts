// A tiny protocol that drives the simulation in tests: one JSON text and LF per message, written in two writes.
import type { Outcome } from '../src/idl/value';
import { problem } from '../src/problem/problem';
import type {
  ClientConnection,
  Incoming,
  Options,
  Outgoing,
  Protocol,
  ServerConnection,
} from '../src/protocols/protocol';
import type { Annotations } from '../src/wire/bytes/annotations';
import { ByteWriter } from '../src/wire/bytes/byte-writer';
import { defineFieldKind } from '../src/wire/bytes/field-kind';
import type { Pdu } from '../src/wire/bytes/pdu';

const LINE = defineFieldKind({ format: 'line', name: 'line', role: 'value', spec: '', reads: 'text' });
const FIRST_WRITE = 4;
const LINE_FEED = 0x0a;
const NONSENSE = problem('bytes.unexpected-end', { available: 0, wanted: 1 }, { offset: 0 }).problem;

/**
 * Options: who closes after each call, whether the client keeps its connection, what it does when no reply comes, and in how many writes a
 * message goes out.
 */
export const lineProtocol: Protocol = {
  id: 'line',
  title: 'Line',
  layers: ['line'],
  options: {
    close: { choices: ['nobody', 'server'] },
    keepAlive: { choices: [true, false] },
    lostReply: { choices: ['throw', 'retry'] },
    writes: { choices: ['two', 'one'] },
  },
  calls: { named: true, oneway: true },
  lanes: [],
  unsupported: type => (type.kind === 'bytes' ? problem('idl.expected-type').problem : undefined),
  keepsAlive: options => options.keepAlive === true,
  multiplexes: () => false,
  carriesKey: () => false,
  triesAgain: options => options.lostReply === 'retry',
  failure: () => ({ exception: 'ConnectionClosed', message: 'no reply' }),
  openClient: ({ options }) => ({ connect: () => clientConnection(options) }),
  openServer: ({ service, options }) => ({
    accept: () => serverConnection(name => service.methods.some(method => method.name === name), options),
  }),
  recognise: () => 0,
  dissect: () => ({ push: () => [], end: () => [] }),
  sources: async () => () => {
    const none = { title: '', language: 'idl', text: '', litBy: {} } as const;
    return { client: none, clientStub: none, serverStub: none, server: none };
  },
};

function clientConnection(options: Options): ClientConnection {
  const lines = lineReader();
  return {
    request: calls => {
      const oneway = calls.every(call => call.oneway);
      return { ...message(calls, options), unanswered: oneway };
    },
    receive: octets =>
      lines(octets).map(({ pdu, json }) => ({ pdu, content: json ? { outcomes: json as Outcome[] } : NONSENSE })),
    end: () => [],
  };
}

function serverConnection(knows: (method: string) => boolean, options: Options): ServerConnection {
  const lines = lineReader();
  return {
    receive: octets =>
      lines(octets).map(({ pdu, json }): Incoming<never> | ReturnType<typeof request> => {
        const calls = json as { method: string; args: number[]; oneway?: boolean }[] | undefined;
        return calls ? request(pdu, calls) : { pdu, content: NONSENSE };
      }),
  };

  function request(pdu: Pdu, calls: { method: string; args: number[]; oneway?: boolean }[]) {
    const known = calls.every(({ method }) => knows(method));
    const reply = (outcomes: readonly Outcome[]): Outgoing | undefined =>
      calls.every(call => call.oneway)
        ? undefined
        : {
            ...message(known ? outcomes : [{ kind: 'threw', error: { message: 'unknown' } }], options),
            close: options.close === 'server',
          };
    return { pdu, content: { invocations: known ? calls : [], reply } };
  }
}

function message(json: unknown, options: Options): Outgoing {
  const pdu = lineOf(JSON.stringify(json));
  const { length } = pdu.bytes;
  return { pdu, writes: options.writes === 'one' ? [length] : [FIRST_WRITE, length], close: false };
}

/** Puts lines together from octets as they come. */
function lineReader(): (octets: Uint8Array) => { pdu: Pdu; json: unknown }[] {
  let parts: string[] = [];
  return octets => {
    parts.push(new TextDecoder().decode(octets));
    if (!octets.includes(LINE_FEED)) return [];
    const lines = parts.join('').split('\n');
    parts = [lines.pop() ?? ''];
    return lines.map(line => ({ pdu: lineOf(line), json: parsed(line) }));
  };
}

/** What a line says; undefined when it is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function lineOf(text: string): Pdu {
  const writer = new ByteWriter();
  writer.begin(LINE);
  writer.text(`${text}\n`);
  writer.end();
  return { format: 'line', bytes: writer.finish(), annotations: writer.annotations as Annotations };
}
