// gzip 各字段的中文说明。章节编号见 RFC 1952。
import type { Explanation } from '../../bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  member: {
    label: 'gzip 成员',
    text: '压缩后的字节，前面有首部，后面有校验。它们解压后的样子作为本消息的内容显示。',
  },
  'ID1 ID2': { label: 'ID1 ID2', text: '固定的两个字节 1f 8b，用来识别 gzip。' },
  CM: { label: '压缩方法', text: '8 表示 DEFLATE，也是唯一实际使用的方法。' },
  FLG: { label: '标志', text: '每一位说明首部的某个可选部分是否出现。' },
  reserved: { label: '保留', text: '必须为 0。' },
  FCOMMENT: { label: 'FCOMMENT', text: '为 1 时，后面有注释。' },
  FNAME: { label: 'FNAME', text: '为 1 时，后面有文件名。' },
  FEXTRA: { label: 'FEXTRA', text: '为 1 时，后面有额外字段。' },
  FHCRC: { label: 'FHCRC', text: '为 1 时，后面有首部校验和。' },
  FTEXT: { label: 'FTEXT', text: '为 1 时，内容很可能是文本。' },
  MTIME: {
    label: '修改时间',
    text: '自 1970 年起的秒数，低位字节在前。即时压缩的服务器写入当前时间，所以内容相同的响应在这几个字节上也会不同。',
  },
  XFL: { label: '额外标志', text: '4 表示压缩时选择了最快的方式，2 表示尽力压缩。' },
  OS: { label: '操作系统', text: '在哪种系统上压缩：3 是 Unix，255 表示未知。' },
  'extra-field': { label: '额外字段', text: '压缩程序附加的信息，前面写有长度。' },
  'file-name': { label: '文件名', text: '原始文件名，以零字节结尾。' },
  comment: { label: '注释', text: '给人看的注释，以零字节结尾。' },
  CRC16: { label: 'CRC16', text: '首部的校验：其 CRC-32 的低两个字节。' },
  'compressed-blocks': {
    label: '压缩数据块',
    text: '{length} 字节的 DEFLATE 数据：重复的内容改为指向前文的引用，常见的符号改用较短的比特编码。',
  },
  CRC32: { label: 'CRC32', text: '压缩前字节的校验和，用来确认解压结果正确。' },
  ISIZE: { label: '原始大小', text: '压缩前的字节数（对 2³² 取模），低位字节在前。' },
};
