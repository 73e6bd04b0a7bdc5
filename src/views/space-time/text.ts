// The ladder diagram's texts. Flags and the words Seq, Ack and Len are what Wireshark shows, in every language.
import { formatCount } from '../../i18n/format';
import type { Texts } from '../../i18n/locale';
import type { Direction } from '../../trace/trace';

export interface SpaceTimeTexts {
  readonly title: string;
  readonly client: string;
  readonly server: string;
  readonly packets: string;
  /** What the list is for, said once when it gets the focus. */
  readonly hint: string;
  connection(number: number, port: number): string;
  state(side: string, state: string): string;
  band(packets: number, octets: string): string;
  packet(id: number, what: string, towards: Direction, sent: string, arrived: string | undefined): string;
  readonly now: string;
  readonly empty: string;
  /** The switch for two ladders, and the names of the runs. */
  readonly beside: string;
  readonly which: string;
  readonly earlier: string;
  readonly thisRun: string;
  readonly parting: string;
}

export const texts: Texts<SpaceTimeTexts> = {
  en: {
    title: 'Every segment between client and server, time running down',
    client: 'client',
    server: 'server',
    packets: 'Segments, in the order of leaving',
    hint: 'Arrow keys choose a segment, Enter goes to the moment when it leaves',
    connection: (number, port) => `connection ${number} · client port ${port}`,
    state: (side, state) => `TCP of the ${side}: ${state}`,
    band: (packets, octets) => `×${formatCount(packets, 'en')}${octets && ` · ${octets}`}`,
    packet: (id, what, towards, sent, arrived) =>
      `${id + 1}: ${what}, to the ${towards === 'c2s' ? 'server' : 'client'}, leaves at ${sent}, ${arrived ? `arrives at ${arrived}` : 'gets lost'}`,
    now: 'now',
    empty: 'No packet is sent in this run.',
    beside: 'Beside the earlier run',
    which: 'Which run is shown',
    earlier: 'Earlier run',
    thisRun: 'This run',
    parting: 'the runs part here',
  },
  'zh-CN': {
    title: '客户端与服务端之间的每个报文段，时间向下',
    client: '客户端',
    server: '服务端',
    packets: '报文段，按发出顺序排列',
    hint: '用方向键选择报文段，按回车转到它发出的时刻',
    connection: (number, port) => `连接 ${number} · 客户端端口 ${port}`,
    state: (side, state) => `${side} TCP：${state}`,
    band: (packets, octets) => `×${formatCount(packets, 'zh-CN')}${octets && ` · ${octets}`}`,
    packet: (id, what, towards, sent, arrived) =>
      `${id + 1}：${what}，发往${towards === 'c2s' ? '服务端' : '客户端'}，${sent} 发出，${arrived ? `${arrived} 到达` : '丢失'}`,
    now: '现在',
    empty: '这次运行没有发送任何数据包。',
    beside: '与先前的运行并排',
    which: '显示哪次运行',
    earlier: '先前的运行',
    thisRun: '当前运行',
    parting: '两次运行从这里开始不同',
  },
};
