// Encoding and decoding, annotated and not, beside libraries that many people use. Runs in Node and in Chromium.
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { writeValue } from '../src/protocols/json-values';
import { PythonMarshaller } from '../src/protocols/xml-rpc/python-marshaller';
import { NO_TYPES, readDocument } from '../src/protocols/xml-rpc/read-document';
import { ByteReader } from '../src/wire/bytes/byte-reader';
import { ByteWriter } from '../src/wire/bytes/byte-writer';
import { readJson } from '../src/wire/json/json-reader';
import { JsonWriter } from '../src/wire/json/json-writer';
import { ITEMS, type Item, items, itemsValue, type Size } from './messages';
import type { Comparison, Contender } from './ratio';

/** Items that make a message of about the size, by notation: an item takes some 225 octets of XML and 43 of JSON. */
const COUNTS: Readonly<Record<'xml' | 'json', Readonly<Record<Size, number>>>> = {
  xml: { small: 1, '1 kB': 4, '1 MB': 4600 },
  json: { small: 1, '1 kB': 24, '1 MB': 24_000 },
};

/** Contenders that only one environment has. */
export type Peers = (list: readonly Item[]) => readonly Contender[];

/** Encoding and decoding of text formats. The baselines are `fast-xml-parser` and `JSON`. */
export function textComparisons(xmlEncodePeers: Peers = () => []): Comparison[] {
  return (['small', '1 kB', '1 MB'] as const).flatMap(size => {
    const xml = items(COUNTS.xml[size]);
    const json = items(COUNTS.json[size]);
    const rounds = size === '1 MB' ? 21 : 41;
    return [
      {
        title: `XML-RPC encode, ${size}`,
        rounds,
        contenders: () => [...xmlEncode(xml), ...xmlEncodePeers(xml)],
      },
      { title: `XML-RPC decode, ${size}`, rounds, contenders: () => xmlDecode(xml) },
      { title: `JSON encode, ${size}`, rounds, contenders: () => jsonEncode(json) },
      { title: `JSON decode, ${size}`, rounds, contenders: () => jsonDecode(json) },
    ];
  });
}

function encodeXml(list: readonly Item[], annotate: boolean): ByteWriter {
  const writer = new ByteWriter(annotate);
  new PythonMarshaller(writer, false).methodCall('create_order', [{ value: itemsValue(list), type: ITEMS }]);
  return writer;
}

function xmlEncode(list: readonly Item[]): Contender[] {
  const value = itemsValue(list);
  const builder = new XMLBuilder({ format: false });
  const tree = xmlTree(list);
  const encode = (annotate: boolean) => {
    const writer = new ByteWriter(annotate);
    new PythonMarshaller(writer, false).methodCall('create_order', [{ value, type: ITEMS }]);
    return writer.finish().length;
  };
  return [
    { name: 'fast-xml-parser', run: () => builder.build(tree) },
    { name: 'ours, annotated', run: () => encode(true) },
    { name: 'ours, not annotated', run: () => encode(false) },
  ];
}

/** What fast-xml-parser builds an XML-RPC call from. */
function xmlTree(list: readonly Item[]): unknown {
  const member = (name: string, type: string, value: unknown) => ({ name, value: { [type]: value } });
  const structs = list.map(({ sku, qty, price }) => ({
    struct: { member: [member('sku', 'string', sku), member('qty', 'int', qty), member('price', 'double', price)] },
  }));
  const params = { param: { value: { array: { data: { value: structs } } } } };
  return { methodCall: { methodName: 'create_order', params } };
}

function xmlDecode(list: readonly Item[]): Contender[] {
  const bytes = encodeXml(list, false).finish();
  const text = new TextDecoder().decode(bytes);
  const parser = new XMLParser();
  const decode = (annotate: boolean) => readDocument(new ByteReader(bytes, annotate), 'python', NO_TYPES);
  return [
    { name: 'fast-xml-parser', run: () => parser.parse(text) },
    { name: 'ours, annotated', run: () => decode(true) },
    { name: 'ours, not annotated', run: () => decode(false) },
  ];
}

function jsonEncode(list: readonly Item[]): Contender[] {
  const value = itemsValue(list);
  const encoder = new TextEncoder();
  const encode = (annotate: boolean) => {
    const writer = new JsonWriter(annotate);
    writeValue(writer, value);
    return writer.finish().length;
  };
  return [
    { name: 'JSON.stringify', run: () => JSON.stringify(list) },
    { name: 'JSON.stringify and TextEncoder', run: () => encoder.encode(JSON.stringify(list)).length },
    { name: 'ours, annotated', run: () => encode(true) },
    { name: 'ours, not annotated', run: () => encode(false) },
  ];
}

function jsonDecode(list: readonly Item[]): Contender[] {
  const text = JSON.stringify(list);
  const bytes = new TextEncoder().encode(text);
  return [
    { name: 'JSON.parse', run: () => JSON.parse(text) },
    { name: 'ours, annotated', run: () => readJson(new ByteReader(bytes, true)) },
    { name: 'ours, not annotated', run: () => readJson(new ByteReader(bytes, false)) },
  ];
}
