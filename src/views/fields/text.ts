import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  title: string;
  columns: { readonly octets: string; readonly offset: string };
  tree: string;
  nothing: string;
  hint: string;
  /** The field goes on in, or began in, another packet. */
  partly: string;
  fromArgument: (name: string, method: string) => string;
  fromResult: (method: string) => string;
  section: string;
  bits: string;
  noExplanation: string;
}> = {
  en: {
    title: 'Fields',
    columns: { octets: 'bytes', offset: 'offset' },
    tree: 'Fields of the bytes shown',
    nothing: 'No message yet.',
    hint: 'Choose a field or a byte: here stands what it is for.',
    partly: 'in part',
    fromArgument: (name, method) => `Stems from argument ${name} of ${method}`,
    fromResult: method => `Stems from the result of ${method}`,
    section: 'Defined in',
    bits: 'Bits, the highest first',
    noExplanation: 'Loading…',
  },
  'zh-CN': {
    title: '字段',
    columns: { octets: '字节', offset: '偏移' },
    tree: '所示字节的字段',
    nothing: '还没有消息。',
    hint: '选择一个字段或字节，这里会说明它的用途。',
    partly: '部分',
    fromArgument: (name, method) => `来自 ${method} 的参数 ${name}`,
    fromResult: method => `来自 ${method} 的返回值`,
    section: '定义于',
    bits: '比特，从最高位起',
    noExplanation: '正在加载…',
  },
};
