// What is known of Thrift before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './settings';

export const profile: ProtocolProfile = {
  id: 'thrift',
  title: 'Thrift',
  layers: ['thrift-framed', 'thrift-binary', 'thrift-compact', 'thrift-json'],
  options,
  calls: { named: false, oneway: true },
  lanes: [
    { variant: 'binary', options: { encoding: 'binary' } },
    { variant: 'binary framed', options: { encoding: 'binary', framing: 'framed' } },
    { variant: 'compact framed', options: { encoding: 'compact', framing: 'framed' } },
  ],
};
