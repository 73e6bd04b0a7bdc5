// What is known of gRPC before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './settings';

export const profile: ProtocolProfile = {
  id: 'grpc',
  title: 'gRPC',
  layers: ['http2', 'grpc', 'protobuf'],
  options,
  calls: { named: false, oneway: false, metadata: true, givingUp: true },
  lanes: [{ variant: '', options: {} }],
};
