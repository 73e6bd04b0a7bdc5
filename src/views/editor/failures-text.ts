// The texts of what goes wrong: loaded with its form.
import type { Texts } from '../../i18n/locale';
import type { Impairments, ServerFault } from '../../scenario/faults';

interface FailuresTexts {
  readonly chance: string;
  readonly chanceHint: string;
  readonly rates: Readonly<Record<keyof Impairments, string>>;
  readonly partition: string;
  readonly cutHint: string;
  readonly cut: (number: number) => string;
  readonly addCut: string;
  readonly direction: string;
  readonly directions: Readonly<Record<'both' | 'c2s' | 's2c', string>>;
  readonly from: string;
  readonly heals: string;
  readonly until: string;
  readonly server: string;
  readonly failure: (number: number) => string;
  readonly addFailure: string;
  readonly serverDoes: string;
  readonly does: Readonly<Record<ServerFault['does'], string>>;
  readonly doesHint: Readonly<Record<ServerFault['does'], string>>;
  readonly when: string;
  readonly occasions: Readonly<Record<'at' | 'before' | 'after', string>>;
  readonly at: string;
  readonly execution: string;
  readonly recovers: string;
  readonly lasts: string;
  readonly reading: string;
  readonly pause: (number: number) => string;
  readonly addPause: string;
  readonly stopsReading: string;
  readonly readers: Readonly<Record<'client' | 'server', string>>;
  readonly readsAgain: string;
  readonly tcp: string;
  readonly congestionControl: string;
  readonly sack: string;
  readonly windowScaling: string;
  readonly nagle: string;
  readonly keepsAlive: string;
  readonly keepAlive: string;
  readonly limitsBuffer: string;
  readonly receiveBuffer: string;
}

export const failuresTexts: Texts<FailuresTexts> = {
  en: {
    chance: 'By chance, to any packet',
    chanceHint: 'Whom it hits follows from the seed. A single packet is hit by hand: press it in any drawing or list.',
    rates: {
      loss: 'Lost (%)',
      duplication: 'Duplicated (%)',
      reordering: 'Overtaken (%)',
      corruption: 'Damaged by one bit (%)',
      jitter: 'Jitter, up to (ms)',
    },
    partition: 'The network is cut',
    cutHint: 'Nothing gets through for a while.',
    cut: number => `Cut ${number}`,
    addCut: 'Add a cut',
    direction: 'Direction',
    directions: { both: 'both', c2s: 'to the server', s2c: 'to the client' },
    from: 'From (ms)',
    heals: 'It heals',
    until: 'Until (ms)',
    server: 'The server fails',
    failure: number => `Failure ${number}`,
    addFailure: 'Add a failure',
    serverDoes: 'The server',
    does: {
      hang: 'hangs',
      crash: 'crashes',
      'power-off': 'loses its power',
      unreachable: 'cannot be reached',
    },
    doesHint: {
      hang: 'The program stands still; its TCP goes on acknowledging.',
      crash: 'The program ends; its host closes the connections and refuses new ones.',
      'power-off': 'The host is silent, and knows nothing of its connections when it is up again.',
      unreachable: 'The last router has no way to the host any more, and says so.',
    },
    when: 'When',
    occasions: { at: 'at a time', before: 'before an execution', after: 'after an execution' },
    at: 'Time (ms)',
    execution: 'Which execution',
    recovers: 'It works again after a while',
    lasts: 'After (ms)',
    reading: 'A program does not read',
    pause: number => `Pause ${number}`,
    addPause: 'Add a pause',
    stopsReading: 'Who stops reading',
    readers: { client: 'the client', server: 'the server' },
    readsAgain: 'It reads again',
    tcp: 'TCP of both hosts',
    congestionControl: 'Congestion control',
    sack: 'Selective acknowledgements (SACK)',
    windowScaling: 'Window scaling',
    nagle: 'Nagle’s algorithm',
    keepsAlive: 'Probe a connection that is idle',
    keepAlive: 'After (ms) of silence',
    limitsBuffer: 'Limit the receive buffer',
    receiveBuffer: 'Receive buffer (bytes)',
  },
  'zh-CN': {
    chance: '随机落到任何数据包上',
    chanceHint: '落到哪一个由随机种子决定。要亲手作用于某个数据包，请在任何图或列表中按它。',
    rates: {
      loss: '丢失（%）',
      duplication: '重复（%）',
      reordering: '被超过（%）',
      corruption: '损坏一位（%）',
      jitter: '抖动，至多（毫秒）',
    },
    partition: '网络中断',
    cutHint: '在一段时间内什么都不能通过。',
    cut: number => `中断 ${number}`,
    addCut: '添加一次中断',
    direction: '方向',
    directions: { both: '双向', c2s: '去往服务端', s2c: '去往客户端' },
    from: '从（毫秒）',
    heals: '之后恢复',
    until: '到（毫秒）',
    server: '服务端出故障',
    failure: number => `故障 ${number}`,
    addFailure: '添加一次故障',
    serverDoes: '服务端',
    does: { hang: '停滞', crash: '崩溃', 'power-off': '断电', unreachable: '不可达' },
    doesHint: {
      hang: '程序停住不动，而它的 TCP 仍在确认。',
      crash: '程序结束；它的主机关闭连接，并拒绝新的连接。',
      'power-off': '主机沉默；重新启动后，它对原来的连接一无所知。',
      unreachable: '最后一个路由器不再有去往该主机的路，并如实告知。',
    },
    when: '何时',
    occasions: { at: '在某个时刻', before: '在某次执行之前', after: '在某次执行之后' },
    at: '时刻（毫秒）',
    execution: '第几次执行',
    recovers: '一段时间后恢复工作',
    lasts: '经过（毫秒）',
    reading: '程序不读取',
    pause: number => `停读 ${number}`,
    addPause: '添加一次停读',
    stopsReading: '谁停止读取',
    readers: { client: '客户端', server: '服务端' },
    readsAgain: '之后又读取',
    tcp: '两台主机的 TCP',
    congestionControl: '拥塞控制',
    sack: '选择性确认（SACK）',
    windowScaling: '窗口扩大',
    nagle: 'Nagle 算法',
    keepsAlive: '探测空闲的连接',
    keepAlive: '沉默多久之后（毫秒）',
    limitsBuffer: '限制接收缓冲区',
    receiveBuffer: '接收缓冲区（字节）',
  },
};
