import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  title: string;
  count: (count: string) => string;
  columns: Readonly<
    Record<'number' | 'time' | 'direction' | 'flags' | 'seq' | 'ack' | 'window' | 'length' | 'info', string>
  >;
  toServer: string;
  toClient: string;
  state: Readonly<Record<'coming' | 'flying' | 'arrived' | 'lost' | 'discarded', string>>;
  carries: string;
  firstOther: string;
  nothing: string;
  relative: string;
  connection: (number: number) => string;
  info: {
    readonly syn: string;
    readonly synAck: string;
    readonly fin: string;
    readonly rst: string;
    readonly icmp: string;
    readonly ack: (upTo: string) => string;
    readonly part: (title: string, part: number, parts: number) => string;
  };
}> = {
  en: {
    title: 'Packets',
    count: count => (count === '1' ? '1 packet' : `${count} packets`),
    columns: {
      number: 'No.',
      time: 'Sent at',
      direction: 'To',
      flags: 'Flags',
      seq: 'Seq',
      ack: 'Ack',
      window: 'Win',
      length: 'Len',
      info: 'Info',
    },
    toServer: 'to the server',
    toClient: 'to the client',
    state: { coming: 'not sent yet', flying: 'on its way', arrived: 'arrived', lost: 'lost', discarded: 'thrown away' },
    carries: 'carries what is selected',
    firstOther: 'first difference',
    nothing: 'No packet is sent in this run.',
    relative: 'Sequence numbers count from the start of each stream.',
    connection: number => `connection ${number}`,
    info: {
      syn: 'Asks to open a connection',
      synAck: 'Agrees to open it',
      fin: 'Has nothing more to send',
      rst: 'Breaks the connection off',
      icmp: 'A router: no way to that host',
      ack: upTo => `Has everything before byte ${upTo}`,
      part: (title, part, parts) => (parts === 1 ? title : `${title} (part ${part} of ${parts})`),
    },
  },
  'zh-CN': {
    title: '数据包',
    count: count => `${count} 个数据包`,
    columns: {
      number: '序号',
      time: '发送时刻',
      direction: '去向',
      flags: '标志',
      seq: 'Seq',
      ack: 'Ack',
      window: '窗口',
      length: '长度',
      info: '说明',
    },
    toServer: '发往服务端',
    toClient: '发往客户端',
    state: { coming: '尚未发送', flying: '在途中', arrived: '已到达', lost: '已丢失', discarded: '已被丢弃' },
    carries: '承载所选内容',
    firstOther: '第一处差异',
    nothing: '这次运行没有发送数据包。',
    relative: '序列号从每个流的起点算起。',
    connection: number => `连接 ${number}`,
    info: {
      syn: '请求建立连接',
      synAck: '同意建立连接',
      fin: '不再发送数据',
      rst: '中断连接',
      icmp: '路由器：没有通往该主机的路',
      ack: upTo => `第 ${upTo} 字节之前的数据均已收到`,
      part: (title, part, parts) => (parts === 1 ? title : `${title}（第 ${part} 段，共 ${parts} 段）`),
    },
  },
};
