// The options of Dubbo as its code reads them.
import type { Options } from '../protocol';
import { options } from './options';

export interface Settings {
  readonly client: 'dubbo2' | 'sofa';
  readonly server: 'sofa' | 'apache';
  readonly dubboVersion: '2.0.0' | '2.0.2';
  readonly types: 'primitive' | 'boxed';
  readonly results: 'typed' | 'plain';
  readonly heartbeat: boolean;
}

/** The chosen options; those that are not chosen have their defaults. */
export function settings(chosen: Options): Settings {
  const pick = (key: keyof typeof options) => chosen[key] ?? options[key].choices[0];
  return {
    client: pick('client'),
    server: pick('server'),
    dubboVersion: pick('dubboVersion'),
    types: pick('types'),
    results: pick('results'),
    heartbeat: pick('heartbeat'),
  } as Settings;
}
