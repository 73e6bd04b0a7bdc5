// The frame around the panes: header, tabs, dialogs.
import { withChinese } from '../i18n/locale';

const en = {
  title: 'Callscope: see a remote procedure call happen, bit by bit',
  skip: 'Skip to the call',
  scene: 'The call',
  stage: 'Stage',
  spaceTime: 'Space-time',
  compare: 'Compare',
  lanes: 'Lanes',
  payload: 'Edit',
  code: 'Code',
  machines: 'Statecharts',
  packets: 'Packets',
  bytes: 'Bytes',
  fields: 'Fields',
  panes: 'Panes',
  splits: {
    columns: 'Width of the left side',
    scene: 'Height of the call',
    side: 'Height of the panes above the fields',
  },
  loading: 'Loading…',
  paneFailed: 'This pane could not be shown. The rest goes on.',
  retry: 'Try again',
  protocol: 'Protocol',
  network: 'Network',
  customNetwork: 'own settings',
  networks: {
    rack: 'same rack · 0.1 ms',
    city: 'same city · 3 ms',
    country: 'same country · 20 ms',
    ocean: 'over an ocean · 75 ms',
    mobile: 'mobile · 45 ms',
  },
  examples: 'Examples',
  examplesIntro: 'Each opens a run of its own. What is on screen now stays one step back in your browser’s history.',
  share: 'Share',
  export: 'Export',
  more: 'More',
  exports: {
    pcapng: ['Packets as pcapng', 'opens in Wireshark'],
    pcap: ['Packets as pcap', 'the classic format, for older tools'],
    json: ['Trace as JSON', 'every event, message, packet and field'],
    transcript: ['Transcript as text', 'one line for each event'],
    svg: ['Picture as SVG', 'this moment, for slides and print'],
    png: ['Picture as PNG', 'this moment, at twice the size'],
  },
  keys: 'Keys',
  otherLanguage: '中文',
  theme: { system: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },
  close: 'Close',
  dismiss: 'Dismiss',
  badLink: 'This link could not be opened, so here is the default run.',
  lastValidRun: (shown: string) => `The picture shows the last valid run: ${shown}`,
  correct: (field: string) => `Correct ${field}`,
  update: 'A new version is ready.',
  reload: 'Reload',
};

export type AppTexts = typeof en;

export const texts = withChinese<AppTexts>(en, () => import('./text/zh-CN').then(module => module.zhCN));
