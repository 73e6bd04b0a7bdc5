// XML-RPC documents as CPython's xmlrpc.client.dumps writes them (Lib/xmlrpc/client.py, class Marshaller).
import { INT as INT_TYPE, STRING as STRING_TYPE, type Type } from '../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import type { ByteWriter } from '../../wire/bytes/byte-writer';
import type { FieldKindId } from '../../wire/bytes/field-kind';
import { LF } from '../../wire/xml/characters';
import { WHITE_SPACE, XML_DECLARATION } from '../../wire/xml/kinds';
import { isPlain, MARKUP_ESCAPES, writeEscaped, writeWithEscapes } from '../../wire/xml/write-text';
import { elementType, isIntegerOf, memberType } from '../part-types';
import { pythonRepr } from '../python-float';
import { writeBase64Lines } from './base64';
import { xmlRpcDateTime } from './date-time';
import {
  ARRAY,
  BASE64,
  BOOLEAN,
  DATA,
  DATE_TIME,
  DOUBLE as DOUBLE_ELEMENT,
  FAULT,
  INT,
  MEMBER,
  METHOD_CALL,
  METHOD_NAME,
  METHOD_RESPONSE,
  NAME,
  NIL,
  PARAM,
  PARAMS,
  STRING,
  STRUCT,
  VALUE,
} from './kinds';
import { type Argument, type Marshaller, MarshallerBase } from './marshaller';
import { callKeys, responseKeys } from './part-keys';

/** The limits that Python checks: MAXINT and MININT. */
const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);
const LONE_SURROGATE = /\p{Surrogate}/u;
const TO_ESCAPE = /[&<>]|\p{Surrogate}/gu;

/** Every value but nil is followed by a line feed. */
export class PythonMarshaller extends MarshallerBase implements Marshaller {
  constructor(
    writer: ByteWriter,
    private readonly allowNone: boolean,
  ) {
    super(writer);
  }

  methodCall(method: string, args: readonly Argument[]): void {
    this.keys = callKeys(method);
    this.declaration();
    this.open(METHOD_CALL, '<methodCall>');
    this.lineFeed();
    // Python writes the name as it is; it escapes only values and names of members.
    this.textElement(METHOD_NAME, '<methodName>', method, '</methodName>');
    this.lineFeed();
    this.open(PARAMS, '<params>', this.keys.whole);
    this.lineFeed();
    for (let i = 0; i < args.length; i++) {
      this.enterArgument(i, args[i].name);
      this.param(args[i], this.keys.param(i));
    }
    this.close('</params>');
    this.lineFeed();
    this.close('</methodCall>');
    this.lastLineFeed();
  }

  response(method: string, result: Argument): void {
    this.keys = responseKeys(method);
    this.declaration();
    this.open(METHOD_RESPONSE, '<methodResponse>');
    this.lineFeed();
    this.open(PARAMS, '<params>');
    this.lineFeed();
    this.enter([this.keys.whole]);
    this.param(result, undefined, this.keys.whole);
    this.close('</params>');
    this.lineFeed();
    this.close('</methodResponse>');
    this.lastLineFeed();
  }

  fault(code: number, text: string): void {
    this.keys = responseKeys(undefined);
    this.declaration();
    this.open(METHOD_RESPONSE, '<methodResponse>');
    this.lineFeed();
    this.open(FAULT, '<fault>', 'error');
    this.lineFeed();
    this.enter(['error']);
    const members = new Map<string, Value>([
      ['faultCode', new Dynamic(INT_TYPE, code)],
      ['faultString', new Dynamic(STRING_TYPE, text)],
    ]);
    this.value(members, { kind: 'map', value: { kind: 'any' } });
    this.close('</fault>');
    this.lineFeed();
    this.close('</methodResponse>');
    this.lastLineFeed();
  }

  private declaration(): void {
    this.emptyElement(XML_DECLARATION, "<?xml version='1.0'?>");
    this.lastLineFeed();
  }

  private lineFeed(): void {
    this.writer.uint8(LF);
  }

  /** A line feed outside the root element. */
  private lastLineFeed(): void {
    this.emptyElement(WHITE_SPACE, '\n');
  }

  private param({ value, type }: Argument, key?: number, valueKey?: string): void {
    this.open(PARAM, '<param>', key);
    this.lineFeed();
    this.value(value, type, valueKey);
    this.close('</param>');
    this.lineFeed();
  }

  private value(value: Value, type: Type, key?: string | number): void {
    if (value instanceof Dynamic) this.value(value.value, value.type, key);
    else if (type.kind === 'optional') this.value(value, type.inner, key);
    else {
      this.open(VALUE, '<value>', key);
      this.content(value, type);
      this.close('</value>');
      if (value !== null) this.lineFeed();
    }
  }

  private content(value: Value, type: Type): void {
    if (typeof value === 'number') this.number(value, type);
    else if (typeof value === 'string') this.escapedElement(STRING, '<string>', value, '</string>');
    else if (typeof value === 'boolean') this.textElement(BOOLEAN, '<boolean>', value ? '1' : '0', '</boolean>');
    else if (typeof value === 'bigint') this.integer(value);
    else if (value === null) this.nil();
    else if (value instanceof LocalDateTime) this.dateTime(value);
    else if (value instanceof Uint8Array) this.bytes(value);
    else if (value instanceof Map) this.struct(value, type);
    else this.array(value as readonly Value[], elementType(type));
  }

  private number(value: number, type: Type): void {
    if (isIntegerOf(type, value)) this.integer(value);
    else this.textElement(DOUBLE_ELEMENT, '<double>', pythonRepr(value), '</double>');
  }

  private integer(value: number | bigint): void {
    if (value > MAX_INT || value < MIN_INT) throw this.failure('xml-rpc.int-too-large', { value: String(value) });
    this.textElement(INT, '<int>', String(value), '</int>');
  }

  private nil(): void {
    if (!this.allowNone) throw this.failure('xml-rpc.nil-not-allowed');
    this.emptyElement(NIL, '<nil/>');
  }

  private dateTime({ iso }: LocalDateTime): void {
    this.textElement(DATE_TIME, '<dateTime.iso8601>', xmlRpcDateTime(iso), '</dateTime.iso8601>');
  }

  /** An element with a text that may need escapes. A lone surrogate has no UTF-8: Python encodes it with `xmlcharrefreplace`. */
  private escapedElement(kind: FieldKindId, start: string, text: string, end: string): void {
    if (isPlain(text)) {
      this.textElement(kind, start, text, end);
      return;
    }
    this.open(kind, start);
    if (LONE_SURROGATE.test(text)) writeWithEscapes(this.writer, text, TO_ESCAPE, MARKUP_ESCAPES);
    else writeEscaped(this.writer, text);
    this.close(end);
  }

  private bytes(octets: Uint8Array): void {
    this.open(BASE64, '<base64>');
    this.lineFeed();
    writeBase64Lines(this.writer, octets);
    this.close('</base64>');
  }

  private struct(members: ReadonlyMap<string, Value>, type: Type): void {
    const depth = this.path.length;
    this.open(STRUCT, '<struct>', this.keys.struct(depth));
    this.lineFeed();
    let index = 0;
    for (const [name, value] of members) {
      const key = this.keys.part(depth + 1, name);
      this.path[depth] = key ?? name;
      this.open(MEMBER, '<member>', key);
      this.lineFeed();
      this.escapedElement(NAME, '<name>', name, '</name>');
      this.lineFeed();
      this.value(value, memberType(type, name, index++));
      this.close('</member>');
      this.lineFeed();
    }
    this.path.length = depth;
    this.close('</struct>');
  }

  private array(elements: readonly Value[], type: Type): void {
    this.open(ARRAY, '<array>');
    this.open(DATA, '<data>');
    this.lineFeed();
    const depth = this.path.length;
    for (let i = 0; i < elements.length; i++) {
      const key = this.keys.part(depth + 1, i);
      this.path[depth] = key ?? i;
      this.value(elements[i], type, key);
    }
    this.path.length = depth;
    this.close('</data>');
    this.close('</array>');
  }
}
