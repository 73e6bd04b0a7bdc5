// All keys, and what the model leaves out: loaded with their dialog.
import type { Texts } from '../i18n/locale';

const en = {
  intro: 'They work while no text field has the focus.',
  on: 'Single-key shortcuts',
  list: [
    ['Space', 'play or pause'],
    ['← →', 'one step back or forward'],
    ['Shift ← →', 'one event back or forward'],
    ['Home End', 'the beginning, the end'],
    ['1 … 9 0', 'step 1 … 9, step 10'],
    ['PageUp PageDown', 'one step back or forward, for presenters’ remotes'],
    ['.', 'next step, for presenters’ remotes'],
    ['D', 'drop the packet that is pointed at or selected, or let it pass again'],
    ['Ctrl Z', 'undo: back to the run before an act'],
    ['Ctrl Shift Z', 'redo'],
    ['?', 'this list'],
  ],
  simplified: 'What is simplified',
  simplifiedIntro:
    'The bytes are those of the real implementations. Around them, the model is simpler than reality in these points:',
  simplifications: [
    'What befalls a packet befalls it at one place, halfway; the checks of the links themselves see no damage.',
    'TCP counts duplicate acknowledgements as the RFCs have it; Linux also goes by time (RACK, tail loss probes).',
    'A SYN that is lost is waited for twice as long each time; Linux since 6.5 does so from the fifth repetition on.',
    'The wires carry only this conversation; there is no ARP, no DNS and no other traffic.',
    'Marshalling and service times come from a simple cost model, not from a processor.',
    'A call that comes again while the server executes it waits for the answer; many HTTP services would say 409 Conflict.',
    'gRPC’s Python library does not probe the connection with PINGs.',
    'The minute of TIME-WAIT after the last segment is not waited for.',
  ],
};

export const keysTexts: Texts<typeof en> = {
  en,
  'zh-CN': {
    intro: '焦点不在文本框中时有效。',
    on: '单键快捷键',
    list: [
      ['空格', '播放或暂停'],
      ['← →', '后退或前进一步'],
      ['Shift ← →', '后退或前进一个事件'],
      ['Home End', '开头、结尾'],
      ['1 … 9 0', '第 1 … 9 步、第 10 步'],
      ['PageUp PageDown', '后退或前进一步（适用于演示遥控器）'],
      ['.', '下一步（适用于演示遥控器）'],
      ['D', '丢弃所指或选中的数据包，或让它重新通过'],
      ['Ctrl Z', '撤销：回到操作之前的运行'],
      ['Ctrl Shift Z', '重做'],
      ['?', '显示此列表'],
    ],
    simplified: '简化之处',
    simplifiedIntro: '字节与真实实现完全一致。除此之外，模型在以下几点比现实简单：',
    simplifications: [
      '数据包出事都在同一处：半路上；链路层的校验看不到损坏。',
      'TCP 按 RFC 计数重复确认；Linux 还依据时间（RACK、尾部丢失探测）。',
      'SYN 每丢失一次，等待时间就加倍；Linux 从 6.5 起在第五次重传之后才加倍。',
      '线路上只有这一次会话：没有 ARP、DNS 或其他流量。',
      '编组和服务的耗时来自一个简单的成本模型，而不是真实的处理器。',
      '服务端正在执行时再次到来的同一调用会等待答复；许多 HTTP 服务会回答 409 Conflict。',
      'gRPC 的 Python 库不用 PING 探测连接。',
      '最后一个报文段之后 TIME-WAIT 的一分钟不会真的等待。',
    ],
  },
};
