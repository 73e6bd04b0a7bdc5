// 字段窗格的中文文字。
import type { FieldsTexts } from '../text';

export const zhCN: FieldsTexts = {
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
};
