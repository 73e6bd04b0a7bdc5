// The names at TCP's drawings, explained in the order in which they stand there.
import type { Texts } from '../../i18n/locale';

interface GlossaryTexts {
  readonly title: string;
  readonly entries: readonly (readonly [name: string, meaning: string])[];
}

export const glossary: Texts<GlossaryTexts> = {
  en: {
    title: 'What these names mean',
    entries: [
      [
        'sequence numbers',
        'Every byte of a direction has a number, counted here from 0. A segment is drawn at the numbers of its bytes and the time when it leaves. (RFC 9293 §3.4)',
      ],
      [
        'acknowledged up to',
        'Every byte before this one has come in, says the receiver’s last acknowledgement as the sender has it. (RFC 9293 §3.8.1)',
      ],
      [
        'peer allows up to',
        'The receiver has room for the bytes before this one: the acknowledgement and the window beside it, added up.',
      ],
      [
        'SACK blocks',
        'Stretches that the receiver has got beyond a hole, so that only the hole need be sent again. (RFC 2018)',
      ],
      [
        'cwnd',
        'The congestion window: as many bytes as the sender dares to have on the way. It grows while acknowledgements come, and shrinks after a loss, which is taken for a sign that the network is full. (RFC 5681)',
      ],
      [
        'ssthresh',
        'Below it cwnd grows fast (slow start), above it slowly (congestion avoidance). A loss sets it to a part of what was on the way.',
      ],
      ['peer’s window', 'Room in the receiver’s buffer: a limit of the other host, where cwnd is one of the network.'],
      ['in flight', 'Bytes that are sent and not yet acknowledged. It can exceed neither cwnd nor the peer’s window.'],
      [
        'RTO, SRTT',
        'RTO: how long the sender waits for an acknowledgement before it sends again. It follows SRTT, the round trip as measured so far, begins with 1 s, and doubles each time that it runs out. (RFC 6298)',
      ],
    ],
  },
  'zh-CN': {
    title: '这些名称的含义',
    entries: [
      [
        '序号',
        '每个方向上的每个字节都有编号，这里从 0 数起。报文段画在它的字节编号和发出时刻所在的位置。（RFC 9293 §3.4）',
      ],
      ['已确认到', '接收方最近一次确认（以发送方收到的为准）表明，此前的字节都已收到。（RFC 9293 §3.8.1）'],
      ['对方允许到', '接收方还能容纳到这个字节之前：确认号与所附的窗口相加。'],
      ['SACK 块', '接收方在空缺之后已经收到的区段，因此只需重传空缺部分。（RFC 2018）'],
      [
        'cwnd',
        '拥塞窗口：发送方敢于同时在途的字节数。收到确认时增大，丢失之后缩小，因为丢失被看作网络已满的迹象。（RFC 5681）',
      ],
      ['ssthresh', 'cwnd 低于它时增长很快（慢启动），高于它时增长缓慢（拥塞避免）。丢失会把它设为在途量的一部分。'],
      ['对方的窗口', '接收方缓冲区的剩余空间：这是对方主机的限制，而 cwnd 是网络的限制。'],
      ['在途', '已发送而尚未确认的字节。它既不能超过 cwnd，也不能超过对方的窗口。'],
      [
        'RTO、SRTT',
        'RTO 是发送方等待确认、然后重传的时间。它由目前测得的往返时间 SRTT 算出，初值为 1 s，每次到期后加倍。（RFC 6298）',
      ],
    ],
  },
};
