// What is known of JSON-RPC before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './settings';

export const profile: ProtocolProfile = {
  id: 'json-rpc',
  title: 'JSON-RPC',
  layers: ['http1', 'json-rpc', 'json'],
  options,
  calls: { named: true, oneway: true },
  lanes: [
    { variant: 'HTTP', options: { transport: 'http' } },
    { variant: 'TCP', options: { transport: 'tcp' } },
  ],
};
