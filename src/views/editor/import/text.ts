// The words of the import of an interface.
import type { Texts } from '../../../i18n/locale';

/** More lines than these are not told one by one. */
const MAX_LINES = 6;

function listed(lines: readonly number[], separator: string): string {
  const shown = lines.slice(0, MAX_LINES).join(separator);
  return lines.length > MAX_LINES ? `${shown}${separator}…` : shown;
}

const en = {
  open: 'Import .proto / .thrift…',
  title: 'Import an interface',
  close: 'Close',
  intro:
    'Paste a .proto or .thrift file here, drop it on the text, or choose it. It is read in this page and sent nowhere.',
  text: 'Text of the file',
  choose: 'Choose a file…',
  unreadable: 'This file could not be read.',
  language: 'Language of the file',
  whichLanguage: 'Which of the two it is does not show yet.',
  service: 'Service',
  becomes: 'What it becomes',
  notCarried: 'What is not carried over as it is',
  allCarried: 'Everything in the file is carried over.',
  lines: (lines: readonly number[]) => `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines, ', ')}:`,
  leftOut: (name: string) => `${name} is left out.`,
  nothingToCall: 'There is no method to call.',
  over: (protocol: string) => `Call it over ${protocol}`,
  use: 'Use this interface',
  undo: 'It replaces the interface and the calls; the Back button of the browser brings them back.',
  showPlace: 'Show the place',
};

export const texts: Texts<typeof en> = {
  en,
  'zh-CN': {
    open: '导入 .proto / .thrift…',
    title: '导入接口',
    close: '关闭',
    intro: '把 .proto 或 .thrift 文件粘贴到这里、拖放到文本上，或者选择文件。文件只在本页中读取，不会发往任何地方。',
    text: '文件内容',
    choose: '选择文件…',
    unreadable: '无法读取这个文件。',
    language: '文件的语言',
    whichLanguage: '还看不出是哪一种。',
    service: '服务',
    becomes: '导入的结果',
    notCarried: '未能原样保留的内容',
    allCarried: '文件的全部内容都已保留。',
    lines: lines => `第 ${listed(lines, '、')} 行：`,
    leftOut: name => `省略 ${name}。`,
    nothingToCall: '没有可以调用的方法。',
    over: protocol => `通过 ${protocol} 调用`,
    use: '使用这个接口',
    undo: '它会替换现有的接口和调用；用浏览器的后退按钮可以恢复。',
    showPlace: '显示位置',
  },
};
