// What the header tables say.
import { formatCount } from '../../i18n/format';
import type { Texts } from '../../i18n/locale';
import type { MarkedEntry } from '../../trace/header-tables';
import type { Direction } from '../../trace/trace';

export interface HeaderTablesTexts {
  readonly intro: string;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly nothing: string;
  blocks(direction: string): string;
  block(call: number, octets: number): string;
  last(octets: number, fields: number, indexed: number): string;
  room(size: number, maxSize: number): string;
  readonly columns: readonly [index: string, name: string, value: string, size: string];
  readonly marks: Readonly<Record<NonNullable<MarkedEntry['mark']>, string>>;
}

const en = (n: number) => formatCount(n, 'en');
const bytes = (n: number) => (n === 1 ? '1 byte' : `${en(n)} bytes`);
const zh = (n: number) => formatCount(n, 'zh-CN');

export const texts: Texts<HeaderTablesTexts> = {
  en: {
    intro:
      'Both ends keep the same dynamic table for each direction: a field that stands in it is sent as its index. Indices 1 to 61 are the static table, which never changes.',
    directions: { c2s: 'Client to server', s2c: 'Server to client' },
    nothing: 'No headers have been sent yet, so the table is empty.',
    blocks: direction => `Header blocks, ${direction}`,
    block: (call, octets) => `call ${call}: ${bytes(octets)}`,
    last: (octets, fields, indexed) =>
      `The last header block: ${bytes(octets)} for ${en(fields)} fields, ${en(indexed)} of them only an index.`,
    room: (size, maxSize) => `Dynamic table: ${en(size)} of ${bytes(maxSize)}; an entry counts 32 more than its text.`,
    columns: ['index', 'name', 'value', 'size'],
    marks: { added: 'added', used: 'used' },
  },
  'zh-CN': {
    intro: '两端为每个方向保存同一张动态表：表中已有的字段只发送索引。索引 1 到 61 是静态表，从不改变。',
    directions: { c2s: '客户端到服务端', s2c: '服务端到客户端' },
    nothing: '还没有发送过首部，动态表是空的。',
    blocks: direction => `首部块，${direction}`,
    block: (call, octets) => `调用 ${call}：${zh(octets)} 字节`,
    last: (octets, fields, indexed) =>
      `最近的首部块：${zh(fields)} 个字段共 ${zh(octets)} 字节，其中 ${zh(indexed)} 个只发索引。`,
    room: (size, maxSize) => `动态表：${zh(size)} / ${zh(maxSize)} 字节；每个条目比文字多计 32 字节。`,
    columns: ['索引', '名称', '值', '大小'],
    marks: { added: '新加', used: '用到' },
  },
};
