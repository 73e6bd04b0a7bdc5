import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryXmlText } from '../../../test/arbitraries';
import { ByteReader } from '../bytes/byte-reader';
import { ByteWriter } from '../bytes/byte-writer';
import { defineFieldKind } from '../bytes/field-kind';
import { leafFields } from '../bytes/field-tree';
import { tilingFault } from '../bytes/tiling';
import { Vocabulary } from './vocabulary';
import { writeCdata, writeEscaped, writeEscapedWithReturns } from './write-text';
import { MAX_DEPTH, NO_ELEMENT, UNKNOWN_NAME, XmlReader } from './xml-reader';

const kind = (name: string) =>
  defineFieldKind({ format: 'test', name, role: 'value', spec: '', reads: 'text', head: 'start', tail: 'end' });
const WORDS = new Vocabulary(['list', 'word', 'words'], [kind('list'), kind('word'), kind('words')]);
const [LIST, WORD] = [0, 1];
const STRICT = { normalizesLineEnds: true, checksCharacters: true };
const LENIENT = { normalizesLineEnds: false, checksCharacters: false };

function readerOf(text: string | Uint8Array, rules = STRICT) {
  const input = new ByteReader(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return { input, xml: new XmlReader(input, WORDS, rules) };
}

/** The words of `<list><word>…</word>…</list>`. */
function words(text: string | Uint8Array, rules = STRICT): string[] {
  const { input, xml } = readerOf(text, rules);
  const found: string[] = [];
  xml.prolog();
  expect(xml.open()).toBe(LIST);
  for (let element = xml.open(found.length); element !== NO_ELEMENT; element = xml.open(found.length)) {
    expect(element).toBe(WORD);
    found.push(xml.text());
    xml.close();
  }
  xml.close();
  xml.epilog();
  expect(tilingFault(input.annotations!, input.bytes.length)).toBeUndefined();
  return found;
}

const word = (text: string) => words(`<list><word>${text}</word></list>`)[0];

describe('reading XML', () => {
  it('reads elements and passes over what lies between them', () => {
    const text = `\ufeff<?xml version="1.0" encoding='utf-8'?>\r\n<!-- one --><?php two ?>
      <list a="<>" b='>'><word >a</word ><!-- <word>not</word> --> stray &amp; stray <word/>\n<word></word></list>\n<!-- end -->\n`;
    expect(words(text.replace('"<>"', '">"'))).toEqual(['a', '', '']);
  });

  it.each([
    ['&lt;&gt;&amp;&apos;&quot;', '<>&\'"'],
    ['&#65;&#x42;&#x1F680;', 'AB🚀'],
    ['a<![CDATA[<b>&amp;]]>c', 'a<b>&amp;c'],
    ['a<!-- not this -->b', 'ab'],
    [' kept ', ' kept '],
    ['你好', '你好'],
    ['"quotes\' and ]', '"quotes\' and ]'],
  ])('takes %s for %s', (text, meaning) => {
    expect(word(text)).toBe(meaning);
  });

  it('turns CR LF and CR into LF, but not a reference to CR (§2.11)', () => {
    expect(word('a\r\nb\rc\n&#13;<![CDATA[\r\n]]>')).toBe('a\nb\nc\n\r\n');
    expect(words('<list><word>a\r\nb\rc</word></list>', LENIENT)).toEqual(['a\r\nb\rc']);
  });

  it.each([
    ['<list>', 'xml.unexpected-end', 6],
    ['<list><word>a</list>', 'xml.mismatched-tag', 13],
    ['<list><word>a</words></list>', 'xml.mismatched-tag', 13],
    ['<list><word>a</wor></list>', 'xml.mismatched-tag', 13],
    ['<list><word>a<word>b</word></word></list>', 'xml.expected-end-tag', 13],
    ['<list><word>&nbsp;</word></list>', 'xml.unknown-entity', 12],
    ['<list><word>&amp</word></list>', 'xml.bad-reference', 12],
    ['<list><word>&#0;</word></list>', 'xml.bad-character', 12],
    ['<list><word>你\u0001</word></list>', 'xml.bad-character', 15],
    ['<list><word>a<3</word></list>', 'xml.bad-name', 14],
    ['<list><wo<rd></list>', 'xml.bad-name', 9],
    ['<list><![IGNORE[]]></list>', 'xml.bad-markup', 6],
    ['<list>&</list>', 'xml.bad-reference', 6],
    ['<list></list>x', 'xml.text-outside-root', 13],
    ['<list></list><list/>', 'xml.after-root', 13],
    ['<!DOCTYPE list [<!ENTITY lol "lol">]><list/>', 'xml.no-dtd', 0],
    ['<?xml version="1.0" encoding="latin1"?><list/>', 'xml.unknown-encoding', 0],
  ])('tells what is wrong with %s, and where', (text, code, offset) => {
    expect(() => words(text)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code, at: { offset } }) }),
    );
  });

  it.each([
    ['sku', 'sku'],
    ['sk', 'sk'],
    ['skus', 'skus'],
    ['s&#107;u', 'sku'],
    ['sku<!-- -->', 'sku'],
    ['<![CDATA[sku]]>', 'sku'],
    ['', ''],
  ])('reads %s for %s where sku is likely', (text, meaning) => {
    const { xml } = readerOf(`<word>${text}</word>`);
    xml.open();
    expect(xml.text('sku')).toBe(meaning);
    xml.close();
  });

  it('takes no octet for a likely character beyond ASCII', () => {
    const { xml } = readerOf(Uint8Array.from(Buffer.from('<word>\xe9</word>', 'latin1')));
    xml.open();
    expect(() => xml.text('\xe9')).toThrowError(/xml.bad-utf8/);
  });

  it('finds the octet that is not UTF-8', () => {
    const octets = new TextEncoder().encode('<list><word>a?b</word></list>');
    octets[13] = 0xff;
    expect(() => words(octets)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ at: { offset: 13 } }) }),
    );
  });

  it('knows its bound of depth', () => {
    const { xml } = readerOf('<list>'.repeat(MAX_DEPTH + 1));
    for (let depth = 0; depth < MAX_DEPTH; depth++) xml.open();
    expect(() => xml.open()).toThrow('xml.too-deep');
  });

  it('names an element that it does not know', () => {
    const { xml } = readerOf('<wörter/>');
    expect(xml.open()).toBe(UNKNOWN_NAME);
  });

  it('looks ahead for an element without moving', () => {
    const { xml } = readerOf('<list> <!-- a --> <word> b</word></list>');
    xml.open();
    expect(xml.isElementNext()).toBe(true);
    xml.open();
    expect(xml.isElementNext()).toBe(false);
    expect(xml.text()).toBe(' b');
  });
});

describe('writing text', () => {
  const write = { escaped: writeEscaped, 'escaped with returns': writeEscapedWithReturns };

  it.each(Object.entries(write))('%s reads back as it was, with the same fields', (_, writeText) => {
    fc.assert(
      fc.property(arbitraryXmlText, text => {
        const writer = new ByteWriter();
        writer.begin(WORDS.kinds[WORD]);
        writer.text('<word>');
        writer.content();
        writeText(writer, text);
        writer.tail();
        writer.text('</word>');
        writer.end();
        const { input, xml } = readerOf(writer.finish());
        expect(xml.open()).toBe(WORD);
        expect(xml.text()).toBe(text);
        xml.close();
        expect(input.annotations!.toColumns()).toEqual(writer.annotations!.toColumns());
      }),
    );
  });

  it('gives each escape a field of its own', () => {
    const writer = new ByteWriter();
    writer.begin(WORDS.kinds[WORD]);
    writeEscapedWithReturns(writer, 'a<b\r');
    writeCdata(writer, '<');
    writer.end();
    expect(new TextDecoder().decode(writer.finish())).toBe('a&lt;b&#xD;<![CDATA[<]]>');
    const names = leafFields(writer.annotations!).map(({ name }) => name);
    expect(names).toEqual(['word', 'EntityRef', 'word', 'CharRef', 'CDStart', 'CDSect', 'CDEnd']);
  });
});
