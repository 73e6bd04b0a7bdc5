// What is known of Dubbo before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './options';

export const profile: ProtocolProfile = {
  id: 'dubbo',
  title: 'Dubbo',
  layers: ['dubbo', 'dubbo-body', 'hessian2'],
  options,
  calls: { named: false, oneway: false },
  lanes: [{ variant: '', options: {} }],
};
