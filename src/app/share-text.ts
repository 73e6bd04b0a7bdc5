// What the dialog says that shares a run: loaded with it.
import type { Texts } from '../i18n/locale';

const en = {
  intro: 'The link holds the whole experiment: interface, arguments, protocol, network and the moment on screen.',
  copyLink: 'Copy link',
  copyCurl: 'Copy as curl',
  copyPython: 'Copy as Python',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying. Select the text and copy it by hand.',
};

export const shareTexts: Texts<typeof en> = {
  en,
  'zh-CN': {
    intro: '链接包含整个实验：接口、参数、协议、网络以及屏幕上的这一时刻。',
    copyLink: '复制链接',
    copyCurl: '复制为 curl 命令',
    copyPython: '复制为 Python 程序',
    copied: '已复制',
    copyFailed: '浏览器不允许复制。请选中文本后手动复制。',
  },
};
