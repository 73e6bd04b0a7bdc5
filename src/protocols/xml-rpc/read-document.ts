// Reads whole XML-RPC documents: a methodCall or a methodResponse. xmlrpc.com/spec, Payload format and Response format.
import { ANY, type Type } from '../../idl/types';
import { Dynamic, type Value } from '../../idl/value';
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { NO_ELEMENT, UNKNOWN_NAME, XmlReader } from '../../wire/xml/xml-reader';
import { E, ELEMENTS } from './kinds';
import { callKeys, responseKeys } from './part-keys';
import type { Dialect } from './scalars';
import { ValueReader } from './value-reader';
import { xmlRpcFault } from './xml-rpc-fault';

/** A call as it stands in a document. */
export interface CallDocument {
  readonly kind: 'call';
  readonly method: string;
  readonly args: readonly Value[];
}

/** A response as it stands in a document. */
export type ResponseDocument =
  | { readonly kind: 'result'; readonly value: Value }
  | { readonly kind: 'fault'; readonly code: number; readonly text: string };

/** The types that are expected: of each parameter, known once the method is, and of the result. */
export interface ExpectedTypes {
  params(method: string): readonly Type[];
  readonly result: Type;
  /** The method that a response answers, where it is known. */
  readonly method?: string;
}

/** Nothing is known: every value tells its own type. */
export const NO_TYPES: ExpectedTypes = { params: () => [], result: ANY };

/** expat keeps to XML 1.0; sax-js, which npm xmlrpc uses in its lenient mode, neither normalises line ends nor checks characters. */
const TEXT_RULES = {
  python: { normalizesLineEnds: true, checksCharacters: true },
  node: { normalizesLineEnds: false, checksCharacters: false },
} as const;

/** Reads the document that all of the reader's octets are. */
export function readDocument(
  input: ByteReader,
  dialect: Dialect,
  types: ExpectedTypes = NO_TYPES,
): CallDocument | ResponseDocument {
  return new DocumentReader(input, dialect, types).read();
}

class DocumentReader {
  private readonly xml: XmlReader;
  private readonly values: ValueReader;

  constructor(
    private readonly input: ByteReader,
    dialect: Dialect,
    private readonly types: ExpectedTypes,
  ) {
    this.xml = new XmlReader(input, ELEMENTS, TEXT_RULES[dialect]);
    this.values = new ValueReader(input, this.xml, dialect);
  }

  read(): CallDocument | ResponseDocument {
    const { xml, input } = this;
    xml.prolog();
    const at = input.at;
    const root = xml.open();
    if (root === NO_ELEMENT) throw xmlRpcFault('xml-rpc.no-root', at);
    if (root !== E.methodCall && root !== E.methodResponse)
      throw xmlRpcFault('xml-rpc.unknown-root', at, {
        name: root === UNKNOWN_NAME ? xml.name() : ELEMENTS.names[root],
      });
    const document = root === E.methodCall ? this.call() : this.response();
    xml.close();
    xml.epilog();
    return document;
  }

  private call(): CallDocument {
    const { xml } = this;
    this.expect(xml.open(), E.methodName);
    const method = xml.text();
    xml.close();
    const args: Value[] = [];
    const types = this.types.params(method);
    // "If the procedure call has no parameters", <params> may be left out.
    const keys = callKeys(method);
    const params = xml.open(keys.whole);
    if (params !== NO_ELEMENT) {
      this.expect(params, E.params);
      for (let element = xml.open(keys.param(0)); element !== NO_ELEMENT; element = xml.open(keys.param(args.length))) {
        this.expect(element, E.param);
        this.expect(xml.open(), E.value);
        args.push(this.values.read(types[args.length] ?? ANY, keys));
        xml.close();
      }
      xml.close();
    }
    return { kind: 'call', method, args };
  }

  private response(): ResponseDocument {
    const { xml, input } = this;
    const element = xml.open();
    if (element === E.fault) return this.fault();
    this.expect(element, E.params);
    this.expect(xml.open(), E.param);
    const keys = responseKeys(this.types.method);
    this.expect(xml.open(keys.whole), E.value);
    const value = this.values.read(this.types.result, keys);
    xml.close();
    if (xml.open() !== NO_ELEMENT) throw xmlRpcFault('xml-rpc.several-results', input.at);
    xml.close();
    return { kind: 'result', value };
  }

  private fault(): ResponseDocument {
    const { xml, input } = this;
    input.annotations?.setKey('error');
    const at = input.at;
    this.expect(xml.open(), E.value);
    const fault = plain(this.values.read(ANY, responseKeys(undefined)));
    xml.close();
    const code = fault instanceof Map ? plain(fault.get('faultCode')) : undefined;
    const text = fault instanceof Map ? plain(fault.get('faultString')) : undefined;
    if (typeof code !== 'number' || typeof text !== 'string') throw xmlRpcFault('xml-rpc.bad-fault', at);
    return { kind: 'fault', code, text };
  }

  private expect(element: number, wanted: number): void {
    if (element !== wanted)
      throw xmlRpcFault('xml-rpc.expected-element', this.input.at, { name: ELEMENTS.names[wanted] });
  }
}

/** A value without the type that it carries along. */
function plain(value: Value | undefined): Value | undefined {
  return value instanceof Dynamic ? value.value : value;
}
