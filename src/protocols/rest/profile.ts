// What is known of REST-style JSON before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './settings';

export const profile: ProtocolProfile = {
  id: 'rest',
  title: 'REST',
  layers: ['http1', 'rest', 'json'],
  options,
  calls: { named: true, oneway: false },
  lanes: [{ variant: 'JSON', options: {} }],
};
