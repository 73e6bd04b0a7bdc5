// The registry: every RPC system, one line each, in the order in which they are offered.
import { Part } from '../parts/part';
import { profile as dubbo } from './dubbo/profile';
import { profile as grpc } from './grpc/profile';
import { profile as jsonRpc } from './json-rpc/profile';
import type { Protocol, RegisteredProtocol } from './protocol';
import { profile as rest } from './rest/profile';
import { profile as thrift } from './thrift/profile';
import { profile as xmlRpc } from './xml-rpc/profile';
import { xmlRpc as xmlRpcImplementation } from './xml-rpc/xml-rpc';

export const protocols: readonly RegisteredProtocol[] = [
  // The canonical run speaks it, so it comes with the page; the others come when a scenario names them.
  { ...xmlRpc, implementation: Part.of(xmlRpcImplementation) },
  { ...jsonRpc, implementation: new Part(() => import('./json-rpc/json-rpc').then(module => module.jsonRpc)) },
  { ...rest, implementation: new Part(() => import('./rest/rest').then(module => module.rest)) },
  { ...grpc, implementation: new Part(() => import('./grpc/grpc').then(module => module.grpc)) },
  { ...dubbo, implementation: new Part(() => import('./dubbo/dubbo').then(module => module.dubbo)) },
  { ...thrift, implementation: new Part(() => import('./thrift/thrift').then(module => module.thrift)) },
];

/** The system whose id is `id`, or undefined. */
export function protocolById(id: string): RegisteredProtocol | undefined {
  return protocols.find(protocol => protocol.id === id);
}

/** The implementations of all systems. Throws a MissingPart as long as one is not loaded. */
export function allProtocols(): readonly Protocol[] {
  return protocols.map(({ implementation }) => implementation.get());
}
