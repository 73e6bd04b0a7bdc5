// What stands at the drawings of TCP's inside. RFC 9293's and RFC 5681's own names stay in every language.
import { formatCount } from '../../i18n/format';
import type { Texts } from '../../i18n/locale';
import type { FlowPhase } from '../../trace/flows';
import type { Direction } from '../../trace/trace';

interface FlowTexts {
  readonly direction: string;
  readonly directions: Readonly<Record<Direction, string>>;
  connection(number: number, port: number): string;
  readonly notYet: string;
  readonly noPackets: string;
  /** Instead of the drawings that a recording cannot have. */
  readonly recorded: string;
  readonly sequence: string;
  readonly windows: string;
  readonly timers: string;
  readonly phaseBand: string;
  readonly segments: string;
  /** What the list is for, said once when it gets the focus. */
  readonly hint: string;
  segment(number: number, from: number, to: number): string;
  readonly phases: Readonly<Record<FlowPhase, string>>;
  readonly values: Readonly<
    Record<
      | 'first'
      | 'again'
      | 'lost'
      | 'acknowledged'
      | 'limit'
      | 'blocks'
      | 'phase'
      | 'congestion'
      | 'threshold'
      | 'sendWindow'
      | 'flight'
      | 'timeout'
      | 'roundTrip',
      string
    >
  >;
  readonly none: string;
}

const en = (n: number) => formatCount(n, 'en');
const zh = (n: number) => formatCount(n, 'zh-CN');

export const texts: Texts<FlowTexts> = {
  en: {
    direction: 'Direction',
    directions: { c2s: 'Client to server', s2c: 'Server to client' },
    connection: (number, port) => `connection ${number} · client port ${port}`,
    notYet: 'No connection is open yet. The drawings begin with the first SYN, in step 3.',
    noPackets: 'No packet is sent in this run.',
    recorded: 'What a host knew of windows and timers is not in a recording: only what it sent is.',
    sequence: 'Sequence numbers over time (bytes)',
    windows: 'Windows (bytes)',
    timers: 'Retransmission timer',
    phaseBand: 'Phases of congestion control',
    segments: 'Segments in the order of sending',
    hint: 'Up and down choose a segment, Enter goes to the moment when it leaves',
    segment: (number, from, to) => `packet ${number}: bytes ${en(from)} to ${en(to)}`,
    phases: {
      'slow start': 'slow start',
      'congestion avoidance': 'congestion avoidance',
      'fast recovery': 'fast recovery',
      loss: 'loss: the timer went off',
    },
    values: {
      first: 'segments',
      again: 'sent again',
      lost: 'did not get through',
      acknowledged: 'acknowledged up to',
      limit: 'peer allows up to',
      blocks: 'SACK blocks',
      phase: 'phase',
      congestion: 'cwnd',
      threshold: 'ssthresh',
      sendWindow: 'peer’s window',
      flight: 'in flight',
      timeout: 'timeout (RTO)',
      roundTrip: 'round trip (SRTT)',
    },
    none: '–',
  },
  'zh-CN': {
    direction: '方向',
    directions: { c2s: '客户端到服务端', s2c: '服务端到客户端' },
    connection: (number, port) => `连接 ${number} · 客户端端口 ${port}`,
    notYet: '还没有建立连接。图从步骤 3 的第一个 SYN 开始。',
    noPackets: '这次运行没有发送任何数据包。',
    recorded: '录制中没有主机内部的窗口和定时器，只有它发出的内容。',
    sequence: '序号随时间变化（字节）',
    windows: '窗口（字节）',
    timers: '重传定时器',
    phaseBand: '拥塞控制的阶段',
    segments: '报文段，按发送顺序排列',
    hint: '用上下方向键选择报文段，按回车转到它发出的时刻',
    segment: (number, from, to) => `数据包 ${number}：字节 ${zh(from)} 到 ${zh(to)}`,
    phases: {
      'slow start': '慢启动',
      'congestion avoidance': '拥塞避免',
      'fast recovery': '快速恢复',
      loss: '丢失：定时器超时',
    },
    values: {
      first: '报文段',
      again: '重传',
      lost: '未送达',
      acknowledged: '已确认到',
      limit: '对方允许到',
      blocks: 'SACK 块',
      phase: '阶段',
      congestion: 'cwnd',
      threshold: 'ssthresh',
      sendWindow: '对方的窗口',
      flight: '在途',
      timeout: '超时 (RTO)',
      roundTrip: '往返 (SRTT)',
    },
    none: '–',
  },
};
