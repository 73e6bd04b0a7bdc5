// Writes messages in the JSON protocol: `[1,"fun_add",1,0,{"1":{"i32":2},"2":{"i32":3}}]`. TJSONProtocol of Apache Thrift's libraries.
import type { JsonWriter } from '../../json/json-writer';
import type { Body, Message } from '../message';
import { type DoubleText, shortestText } from './double-text';
import { MESSAGE, MESSAGE_TYPE, NAME, SEQ_ID, VERSION } from './kinds';
import { JsonValueWriter } from './write-value';

export const JSON_VERSION = 1;

/** Writes a whole message. Throws `thrift.field-not-set` and `thrift.no-json-name`. */
export function writeJsonMessage(
  json: JsonWriter,
  message: Message,
  body: Body,
  doubleText: DoubleText = shortestText,
): void {
  json.beginArray(MESSAGE);
  json.number(JSON_VERSION, VERSION);
  json.string(message.name, NAME);
  json.number(message.type, MESSAGE_TYPE);
  json.number(message.seqId, SEQ_ID);
  new JsonValueWriter(json, doubleText).struct(body.struct, message.fields, body.key);
  json.endArray();
}
