// Every protocol's stubs and dissectors, over what the built-in scenarios make them say to each other; and the packets of these runs.
import { tracePcap, tracePcapng } from '../../src/exports/pcap';
import { applicationStreams } from '../../src/exports/streams';
import { protocolById } from '../../src/protocols/index';
import type { Call, Protocol, SessionContext } from '../../src/protocols/protocol';
import { smallPresets } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { planRun } from '../../src/simulation/plan';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/trace/trace';
import { annotateFrame } from '../../src/wire/frame';
import { readCapture } from '../../src/wire/pcapng/read-capture';
import { conversationsOf } from '../../src/wire/reassembly/conversations';
import { fieldsOf, portions, type Target } from './target';

/** Streams and files are damaged up to this length: what comes later is not different, and takes its time. */
const LONGEST = 1024;

/** Four targets for each scenario whose messages are short, and those of its packets. All parts must be loaded. */
export function conversationTargets(): Target[] {
  return smallPresets.flatMap(({ id, scenario }) => {
    const trace = simulate(scenario);
    const streams = applicationStreams(trace);
    const c2s = streams.map(stream => stream.c2s.subarray(0, LONGEST));
    const s2c = streams.map(stream => stream.s2c.subarray(0, LONGEST));
    const protocol = protocolById(scenario.protocol)!.implementation.get();
    return [
      dissectorTarget(protocol, 'c2s', `${id}: requests dissected`, c2s),
      dissectorTarget(protocol, 's2c', `${id}: replies dissected`, s2c),
      serverTarget(protocol, scenario, `${id}: server stub`, c2s),
      clientTarget(protocol, scenario, `${id}: client stub`, s2c),
      ...packetTargets(trace, scenario, id),
    ];
  });
}

function dissectorTarget(
  protocol: Protocol,
  direction: 'c2s' | 's2c',
  name: string,
  valid: readonly Uint8Array[],
): Target {
  const read: Target['read'] = (octets, draw) => {
    protocol.recognise(octets, octets);
    const dissector = protocol.dissect(direction);
    const dissected = portions(octets, draw).flatMap(portion => dissector.push(portion));
    return fieldsOf([...dissected, ...dissector.end()]);
  };
  return { name, valid, read };
}

function serverTarget(protocol: Protocol, scenario: Scenario, name: string, valid: readonly Uint8Array[]): Target {
  const { context } = session(protocol, scenario);
  const read: Target['read'] = (octets, draw) => {
    const connection = protocol.openServer(context).accept();
    const received = portions(octets, draw).flatMap(portion => connection.receive(portion));
    // What the stub answers by itself: an unknown method, a request that is none.
    for (const { content } of received)
      if (content && 'invocations' in content && content.invocations.length === 0) content.reply([]);
    return fieldsOf(received);
  };
  return { name, valid, read };
}

function clientTarget(protocol: Protocol, scenario: Scenario, name: string, valid: readonly Uint8Array[]): Target {
  const { context, exchanges } = session(protocol, scenario);
  const read: Target['read'] = (octets, draw) => {
    const connection = protocol.openClient(context).connect();
    for (const { calls, batch } of exchanges) connection.mayWrite?.(connection.request(calls, batch), 0);
    const received = portions(octets, draw).flatMap(portion => connection.receive(portion));
    return fieldsOf([...received, ...connection.end()]);
  };
  return { name, valid, read };
}

interface Session {
  readonly context: SessionContext;
  readonly exchanges: readonly { readonly calls: readonly Call[]; readonly batch: boolean }[];
}

function session(protocol: Protocol, scenario: Scenario): Session {
  const { service, options, exchanges } = planRun(scenario, protocol);
  return { context: { service, options, authority: 'server:80', now: () => 0, random: () => 7 }, exchanges };
}

function packetTargets(trace: Trace, { startedAt }: Scenario, id: string): Target[] {
  const frames = trace.packets.slice(0, 40).map(({ bytes }) => bytes);
  const files = [tracePcapng(trace, startedAt), tracePcap(trace, startedAt)];
  return [
    { name: `${id}: frames`, valid: frames, read: octets => annotateFrame(octets).count },
    {
      name: `${id}: capture files`,
      valid: files.map(file => file.subarray(0, LONGEST)),
      read: octets => conversationsOf(readCapture(octets)).conversations.length,
    },
  ];
}
