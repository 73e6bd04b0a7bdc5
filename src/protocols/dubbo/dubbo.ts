// Dubbo's own protocol, dubbo://, as npm's implementations speak it: dubbo2.js 2.3.9, sofa-rpc-node 2.10.0 with dubbo-remoting 2.1.4,
// apache-dubbo-service 0.0.1. Dubbo2 Protocol Specification (dubbo.apache.org, reference/protocols/tcp), Hessian 2.0.
import type { Protocol } from '../protocol';
import { openClient } from './client';
import { dissect } from './dissect';
import { failure } from './failure';
import { withoutJavaType } from './java-types';
import { profile } from './profile';
import { recognise } from './recognise';
import { openServer } from './server';
import { settings } from './settings';

export const dubbo: Protocol = {
  ...profile,
  unsupported(type) {
    const without = withoutJavaType(type);
    return without && { code: 'dubbo.no-java-type', params: { type: without.kind } };
  },
  keepsAlive: () => true,
  multiplexes: () => true,
  // They destroy their sockets, but not while the answer to a heartbeat is due. Simplified: they wait for that, and then close.
  closesHalf: (end, options) => end === 'client' && settings(options).heartbeat,
  carriesKey: () => true,
  triesAgain: () => false,
  failure,
  openClient,
  openServer,
  recognise,
  dissect,
  sources: () => import('./code/sources').then(module => module.sources),
};
