// What is known of XML-RPC before it is loaded.
import type { ProtocolProfile } from '../protocol';
import { options } from './settings';

export const profile: ProtocolProfile = {
  id: 'xml-rpc',
  title: 'XML-RPC',
  layers: ['http1', 'xml-rpc', 'xml'],
  options,
  calls: { named: false, oneway: false },
  lanes: [{ variant: '', options: {} }],
};
