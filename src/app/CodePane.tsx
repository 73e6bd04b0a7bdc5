// The code pane, with the programs that the protocol writes for the run on screen.
import { useMemo } from 'react';
import { usePlayback } from '../playback/store';
import { protocolById } from '../protocols';
import { defaultOptions } from '../protocols/options';
import { Code } from '../views/code/Code';
import { useSession } from './session';

export function CodePane() {
  const trace = usePlayback(state => state.trace);
  const { options } = useSession(session => session.shown);
  const sources = useMemo(() => {
    const protocol = protocolById(trace.protocol)!;
    return protocol.sources({
      service: trace.service,
      options: { ...defaultOptions(protocol.options), ...options },
      authority: `${trace.hosts.server.address}:${trace.hosts.server.port}`,
      calls: trace.exchanges.flatMap(exchange => exchange.calls),
    });
  }, [trace, options]);
  return <Code sources={sources} />;
}
