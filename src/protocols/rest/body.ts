// JSON texts as bodies of HTTP messages. RFC 9110 §8.3, RFC 8259.
import type { BodyFormat } from '../../wire/http1/read-message';
import { readJson } from '../../wire/json/json-reader';
import type { JsonValue } from '../../wire/json/json-value';
import { REPLY_SHAPE, REQUEST_SHAPE } from './kinds';

/** A body that holds a JSON text. */
export interface JsonBody {
  readonly value: JsonValue;
}

export const REQUEST_BODY: BodyFormat<JsonBody> = {
  format: 'rest',
  read: reader => ({ value: readJson(reader, REQUEST_SHAPE) }),
};

export const REPLY_BODY: BodyFormat<JsonBody> = {
  format: 'rest',
  read: reader => ({ value: readJson(reader, REPLY_SHAPE) }),
};
