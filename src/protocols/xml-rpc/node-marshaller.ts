// XML-RPC documents as npm xmlrpc 1.3.2 writes them (lib/serializer.js) through xmlbuilder 8.2.2: no white space, empty-element tags,
// CDATA for text with markup.
import { INT as INT_TYPE, STRING as STRING_TYPE, type Type } from '../../idl/types';
import { Dynamic, LocalDateTime, type Value } from '../../idl/value';
import { XML_DECLARATION } from '../../wire/xml/kinds';
import { writeCdata, writeEscapedWithReturns } from '../../wire/xml/write-text';
import { elementType, memberType } from '../part-types';
import { writeBase64 } from './base64';
import { xmlRpcDateTime } from './date-time';
import {
  ARRAY,
  BASE64,
  BOOLEAN,
  DATA,
  DATE_TIME,
  DOUBLE,
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

/** xmlbuilder's assertLegalChar: what XML 1.0 §2.2 forbids, but for surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const INTEGER_KEY = /^(?:0|[1-9]\d{0,9})$/;

export class NodeMarshaller extends MarshallerBase implements Marshaller {
  methodCall(method: string, args: readonly Argument[]): void {
    this.keys = callKeys(method);
    this.declaration();
    this.open(METHOD_CALL, '<methodCall>');
    this.open(METHOD_NAME, '<methodName>');
    this.enter([], method);
    this.text(method);
    this.close('</methodName>');
    if (args.length === 0) this.emptyElement(PARAMS, '<params/>', this.keys.whole);
    else {
      this.open(PARAMS, '<params>', this.keys.whole);
      for (let i = 0; i < args.length; i++) {
        this.enterArgument(i, args[i].name);
        this.open(PARAM, '<param>', this.keys.param(i));
        this.value(args[i].value, args[i].type);
        this.close('</param>');
      }
      this.close('</params>');
    }
    this.close('</methodCall>');
  }

  response(method: string, { value, type }: Argument): void {
    this.keys = responseKeys(method);
    this.declaration();
    this.enter([this.keys.whole]);
    this.open(METHOD_RESPONSE, '<methodResponse>');
    this.open(PARAMS, '<params>');
    this.open(PARAM, '<param>');
    // A function without a result gives undefined, for which the serializer writes nothing into the value.
    if (type.kind === 'void') this.emptyElement(VALUE, '<value/>', this.keys.whole);
    else this.value(value, type, this.keys.whole);
    this.close('</param>');
    this.close('</params>');
    this.close('</methodResponse>');
  }

  fault(code: number, text: string): void {
    this.keys = responseKeys(undefined);
    this.declaration();
    this.enter(['error']);
    this.open(METHOD_RESPONSE, '<methodResponse>');
    this.open(FAULT, '<fault>', 'error');
    const members = new Map<string, Value>([
      ['faultCode', new Dynamic(INT_TYPE, code)],
      ['faultString', new Dynamic(STRING_TYPE, text)],
    ]);
    this.value(members, { kind: 'map', value: { kind: 'any' } });
    this.close('</fault>');
    this.close('</methodResponse>');
  }

  private declaration(): void {
    this.emptyElement(XML_DECLARATION, '<?xml version="1.0"?>');
  }

  private value(value: Value, type: Type, key?: string | number): void {
    if (value instanceof Dynamic) this.value(value.value, value.type, key);
    else if (type.kind === 'optional') this.value(value, type.inner, key);
    else {
      this.open(VALUE, '<value>', key);
      this.content(value, type);
      this.close('</value>');
    }
  }

  private content(value: Value, type: Type): void {
    if (typeof value === 'number') this.number(value);
    else if (typeof value === 'string') this.string(value);
    else if (typeof value === 'boolean') this.textElement(BOOLEAN, '<boolean>', value ? '1' : '0', '</boolean>');
    else if (typeof value === 'bigint') this.long(value);
    else if (value === null) this.emptyElement(NIL, '<nil/>');
    else if (value instanceof LocalDateTime)
      this.textElement(DATE_TIME, '<dateTime.iso8601>', xmlRpcDateTime(value.iso), '</dateTime.iso8601>');
    else if (value instanceof Uint8Array) this.bytes(value);
    else if (value instanceof Map) this.struct(value, type);
    else this.array(value as readonly Value[], elementType(type));
  }

  /** JavaScript has one type of number: what has no fraction is written as int, however large it is. */
  private number(value: number): void {
    if (value % 1 === 0) this.textElement(INT, '<int>', String(value), '</int>');
    else this.textElement(DOUBLE, '<double>', String(value), '</double>');
  }

  /** The serializer knows no BigInt, so a program passes numbers; they are exact up to 2^53. */
  private long(value: bigint): void {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw this.failure('xml-rpc.not-exact', { value: String(value) });
    this.number(number);
  }

  private string(text: string): void {
    if (text === '') this.emptyElement(STRING, '<string/>');
    else {
      this.open(STRING, '<string>');
      if (/[<&]/.test(text) || text.includes(']]>')) this.cdata(text);
      else this.text(text);
      this.close('</string>');
    }
  }

  /** xmlbuilder splits the section at the first `]]>`, and only there: a second one breaks the document. */
  private cdata(text: string): void {
    this.checkCharacters(text);
    const end = text.indexOf(']]>');
    if (end < 0) writeCdata(this.writer, text);
    else {
      writeCdata(this.writer, text.slice(0, end + 2));
      writeCdata(this.writer, text.slice(end + 2));
    }
  }

  private text(text: string): void {
    this.checkCharacters(text);
    writeEscapedWithReturns(this.writer, text);
  }

  private checkCharacters(text: string): void {
    const illegal = ILLEGAL.exec(text)?.[0];
    if (illegal === undefined) return;
    const codePoint = illegal.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw this.failure('xml-rpc.illegal-character', { character: `U+${codePoint}` });
  }

  private bytes(octets: Uint8Array): void {
    if (octets.length === 0) this.emptyElement(BASE64, '<base64/>');
    else {
      this.open(BASE64, '<base64>');
      writeBase64(this.writer, octets);
      this.close('</base64>');
    }
  }

  private struct(members: ReadonlyMap<string, Value>, type: Type): void {
    const depth = this.path.length;
    const structKey = this.keys.struct(depth);
    if (members.size === 0) {
      this.emptyElement(STRUCT, '<struct/>', structKey);
      return;
    }
    this.open(STRUCT, '<struct>', structKey);
    let index = 0;
    for (const [name, value] of inPropertyOrder(members)) {
      const key = this.keys.part(depth + 1, name);
      this.path[depth] = key ?? name;
      this.open(MEMBER, '<member>', key);
      this.name(name);
      this.value(value, memberType(type, name, index++));
      this.close('</member>');
    }
    this.path.length = depth;
    this.close('</struct>');
  }

  private name(name: string): void {
    if (name === '') this.emptyElement(NAME, '<name/>');
    else {
      this.open(NAME, '<name>');
      this.text(name);
      this.close('</name>');
    }
  }

  private array(elements: readonly Value[], type: Type): void {
    this.open(ARRAY, '<array>');
    if (elements.length === 0) this.emptyElement(DATA, '<data/>');
    else {
      this.open(DATA, '<data>');
      const depth = this.path.length;
      for (let i = 0; i < elements.length; i++) {
        const key = this.keys.part(depth + 1, i);
        this.path[depth] = key ?? i;
        this.value(elements[i], type, key);
      }
      this.path.length = depth;
      this.close('</data>');
    }
    this.close('</array>');
  }
}

/** Object.keys lists names that are array indices first, in ascending order. ECMA-262 §10.1.11.1. */
function inPropertyOrder(members: ReadonlyMap<string, Value>): Iterable<readonly [string, Value]> {
  const indices = [...members.keys()].filter(isArrayIndex).sort((a, b) => Number(a) - Number(b));
  if (indices.length === 0) return members;
  const others = [...members.keys()].filter(name => !isArrayIndex(name));
  return [...indices, ...others].map(name => [name, members.get(name)!] as const);
}

function isArrayIndex(name: string): boolean {
  return INTEGER_KEY.test(name) && Number(name) < 2 ** 32 - 1;
}
