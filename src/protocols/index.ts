// The registry: every RPC system, one line each, in the order in which they are offered.
import { jsonRpc } from './json-rpc/json-rpc';
import type { Protocol } from './protocol';
import { xmlRpc } from './xml-rpc/xml-rpc';

export const protocols: readonly Protocol[] = [xmlRpc, jsonRpc];

/** The system whose id is `id`, or undefined. */
export function protocolById(id: string): Protocol | undefined {
  return protocols.find(protocol => protocol.id === id);
}
