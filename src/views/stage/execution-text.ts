// That the server has executed a call again, in words. Loaded with the first run that has a second attempt.
import type { Texts } from '../../i18n/locale';

const en = {
  executed: (times: number) => `executed ${times}×`,
  label: (times: number) => `The server has executed this call ${times} times`,
  /** Room that the words take on the stage, in pixels. */
  width: (words: string) => words.length * 7.4 + 12,
};

export const executionTexts: Texts<typeof en> = {
  en,
  'zh-CN': {
    executed: times => `已执行 ${times} 次`,
    label: times => `服务端已将此调用执行了 ${times} 次`,
    width: words => words.length * 10 + 12,
  },
};
