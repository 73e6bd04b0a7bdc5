import { withChinese } from '../../i18n/locale';

export interface FieldsTexts {
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
}

const en: FieldsTexts = {
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
};

export const texts = withChinese(en, () => import('./text/zh-CN').then(module => module.zhCN));
