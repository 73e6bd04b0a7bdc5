// HPACK 各字段的中文说明。章节编号见 RFC 7541。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  'header block': {
    label: '首部块',
    text: '一条消息的首部字段，以压缩形式书写。它分在几个帧里发送，这里拼成一整块显示。',
  },
  'indexed header field': {
    label: '索引首部字段',
    text: '只用 {length} 个字节表示整个字段（名称和值）：两端的表里都已有它，只需发送索引。',
  },
  index: {
    label: '索引',
    text: '第 {value} 项。1 到 61 属于规范固定的静态表；从 62 开始是动态表，最新的一项排在最前。',
  },
  'literal header field with incremental indexing': {
    label: '带增量索引的字面字段',
    text: '表里还没有的字段。两端都把它加入各自的动态表，下一条消息只需发送索引。',
  },
  'literal header field without indexing': {
    label: '不索引的字面字段',
    text: '完整发送且不记入表中的字段，因为它不太可能再次出现。',
  },
  'literal header field never indexed': {
    label: '永不索引的字面字段',
    text: '完整发送、在任何一跳都不得记入表中的字段：它的值是秘密，若压缩，别人可从压缩后的大小猜出它。',
  },
  'name index': {
    label: '名称的索引',
    text: '与本字段同名的那一项：{value}。0 表示名称以文本形式跟在后面。',
  },
  'name length': { label: '名称长度', text: '名称占 {value} 个字节，可能是原文，也可能是哈夫曼编码。' },
  'name string': { label: '名称', text: '字段名称的原文。HTTP/2 要求使用小写字母。' },
  'name string in Huffman code': {
    label: '名称（哈夫曼编码）',
    text: '用 {length} 个字节表示“{value}”：常见字符只占 5 位，罕见字符最多占 30 位。最后一个字节用 1 补满。',
  },
  'value length': { label: '值的长度', text: '值占 {value} 个字节，可能是原文，也可能是哈夫曼编码。' },
  'value string': { label: '值', text: '字段值的原文。' },
  'value string in Huffman code': {
    label: '值（哈夫曼编码）',
    text: '用 {length} 个字节表示“{value}”：常见字符只占 5 位，罕见字符最多占 30 位。最后一个字节用 1 补满。',
  },
  'dynamic table size update': {
    label: '动态表大小更新',
    text: '编码方在解码方允许的范围内改变动态表的大小。放不下的项会被丢弃。',
  },
  'maximum size': {
    label: '最大值',
    text: '从现在起，动态表最多占 {value} 个字节。每一项按名称与值的长度再加 32 个字节计算。',
  },
  pattern: {
    label: '模式',
    text: '开头的几位说明这是什么：1 为索引字段，01 为带增量索引的字面字段，0000 为不索引，0001 为永不索引，001 为动态表大小更新。',
  },
  H: { label: 'H', text: '1 表示字符串采用哈夫曼编码，0 表示原文。' },
  prefix: {
    label: '数的前缀',
    text: '数本身。只有当这些位全为 1 时，它才在后面的字节里继续：每字节 7 位，低位在前，并与前缀相加。',
  },
};
