// What the dialog says that shares a run: loaded with it.
import type { Texts } from '../i18n/locale';

const en = {
  intro:
    'The link holds the whole experiment: interface, arguments, protocol, network, faults, all runs that were made of it, and the moment on screen.',
  leftOut: (runs: number) =>
    `${runs === 1 ? 'One run has' : `${runs} runs have`} no room in the link: of all runs, what is farthest from the present one.`,
  copyLink: 'Copy link',
  copyCurl: 'Copy as curl',
  copyPython: 'Copy as Python',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying. Select the text and copy it by hand.',
};

export const shareTexts: Texts<typeof en> = {
  en,
  'zh-CN': {
    intro: '链接包含整个实验：接口、参数、协议、网络、故障、由它产生的所有运行，以及屏幕上的这一时刻。',
    leftOut: runs => `链接容纳不下其中 ${runs} 次运行：离当前运行最远的已略去。`,
    copyLink: '复制链接',
    copyCurl: '复制为 curl 命令',
    copyPython: '复制为 Python 程序',
    copied: '已复制',
    copyFailed: '浏览器不允许复制。请选中文本后手动复制。',
  },
};
