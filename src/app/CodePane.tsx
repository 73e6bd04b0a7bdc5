// The code pane, with the programs that the protocol writes for the run on screen.
import { use, useMemo } from 'react';
import { usePlayback } from '../playback/store';
import { protocolById } from '../protocols';
import { defaultOptions } from '../protocols/options';
import type { Protocol } from '../protocols/protocol';
import { Code } from '../views/code/Code';
import { useIsRecording } from './capture-desk';
import { NotRecorded } from './recording/NotRecorded';
import { useSession } from './session';

/** Each protocol's writer, loaded once. */
const writers = new Map<string, ReturnType<Protocol['sources']>>();

function writerOf(protocol: Protocol): ReturnType<Protocol['sources']> {
  const loading = writers.get(protocol.id) ?? protocol.sources();
  writers.set(protocol.id, loading);
  return loading;
}

export function CodePane() {
  return useIsRecording() ? <NotRecorded what="noCode" /> : <Programs />;
}

function Programs() {
  const trace = usePlayback(state => state.trace);
  const { options, server } = useSession(session => session.shown);
  const protocol = protocolById(trace.protocol)!.implementation.get();
  const write = use(writerOf(protocol));
  const sources = useMemo(
    () =>
      write({
        service: trace.service,
        options: { ...defaultOptions(protocol.options), ...options },
        authority: `${trace.hosts.server.address}:${trace.hosts.server.port}`,
        calls: trace.exchanges.flatMap(exchange => exchange.calls),
        functions: server,
      }),
    [write, trace, protocol, options, server],
  );
  return <Code sources={sources} />;
}
