// The reader of a server's requests.
import { MessageReader } from '../../wire/http1/message-reader';
import type { SessionContext } from '../protocol';
import { type Body, bodyFormat } from './body';
import type { Flavour } from './settings';

/** Reads requests whose arguments have the types of the interface. */
export function requestReader({ service }: SessionContext, flavour: Flavour): MessageReader<Body> {
  const params = (method: string) =>
    service.methods.find(({ name }) => name === method)?.params.map(({ type }) => type) ?? [];
  const types = { params, result: { kind: 'any' } } as const;
  return new MessageReader('request', bodyFormat(flavour, types));
}
