import type { Texts } from '../../i18n/locale';
import type { SourceTexts, StepNumber } from '../../protocols/protocol';

export const texts: Texts<{
  components: Readonly<Record<keyof SourceTexts, string>>;
  /** Stands at the line that the current step is about. */
  atStep: (step: StepNumber) => string;
  goToStep: (step: StepNumber) => string;
  copy: (title: string) => string;
  copied: (title: string) => string;
  cannotCopy: string;
}> = {
  en: {
    components: { client: 'Client', clientStub: 'Client stub', serverStub: 'Server stub', server: 'Server' },
    atStep: step => `← step ${step}`,
    goToStep: step => `Go to step ${step}`,
    copy: title => `Copy ${title}`,
    copied: title => `Copied ${title}`,
    cannotCopy: 'The browser did not allow copying',
  },
  'zh-CN': {
    components: { client: '客户端', clientStub: '客户端存根', serverStub: '服务端存根', server: '服务端' },
    atStep: step => `← 第 ${step} 步`,
    goToStep: step => `转到第 ${step} 步`,
    copy: title => `复制 ${title}`,
    copied: title => `已复制 ${title}`,
    cannotCopy: '浏览器不允许复制',
  },
};
