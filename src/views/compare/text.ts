import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  kicker: (call: string, direction: string, step: string) => string;
  step: (step: number) => string;
  beforeStep: string;
  headline: (most: string, mostName: string, least: string, leastName: string) => string;
  onlyOne: (octets: string, name: string) => string;
  intro: string;
  direction: Readonly<Record<'c2s' | 's2c', string>>;
  messages: Readonly<Record<'c2s' | 's2c', string>>;
  directions: string;
  call: string;
  calls: readonly [string, string];
  cannot: string;
  noMessage: string;
  csv: string;
  parts: Readonly<Record<'headers' | 'tags' | 'names' | 'lengths' | 'values' | 'padding', string>>;
  legend: string;
  drawing: string;
  stretch: (part: string, octets: string) => string;
  argument: (name: string, octets: string, lane: string) => string;
  result: string;
  strip: (roundTrips: string, time: string) => string;
  table: {
    readonly caption: (call: string) => string;
    readonly lane: string;
    readonly request: string;
    readonly reply: string;
    readonly control: string;
    readonly headers: string;
    readonly packets: string;
    readonly roundTrips: string;
    readonly time: string;
  };
}> = {
  en: {
    kicker: (call, direction, step) => `Compare · ${direction} of ${call} · ${step}`,
    step: step => `step ${step} of 10 in all lanes`,
    beforeStep: 'before step 1',
    headline: (most, mostName, least, leastName) =>
      `The same call: ${most} bytes as ${mostName}, ${least} as ${leastName}`,
    onlyOne: (octets, name) => `${octets} bytes as ${name}`,
    intro: 'Point at an argument to see it in every lane. All bars have one scale, and so have the times below them.',
    direction: { c2s: 'request', s2c: 'reply' },
    messages: { c2s: 'Request', s2c: 'Reply' },
    directions: 'Message',
    call: 'Which call',
    calls: ['First call', 'Second call'],
    cannot: 'cannot carry this call:',
    noMessage: 'nothing is sent',
    csv: 'Table as CSV',
    parts: {
      headers: 'protocol headers',
      tags: 'tags and types',
      names: 'names',
      lengths: 'lengths',
      values: 'values',
      padding: 'padding',
    },
    legend: 'What bytes are spent on',
    drawing: 'The message in every lane, its bytes by what they are spent on',
    stretch: (part, octets) => `${part} · ${octets} B`,
    argument: (name, octets, lane) => `${name} in ${lane}: ${octets} B`,
    result: 'result',
    strip: (roundTrips, time) => `${roundTrips} round trips · ${time}`,
    table: {
      caption: call => `${call}, in bytes`,
      lane: 'Lane',
      request: 'Request',
      reply: 'Reply',
      control: 'Conversation',
      headers: 'TCP/IP',
      packets: 'Packets',
      roundTrips: 'Round trips',
      time: 'Result after',
    },
  },
  'zh-CN': {
    kicker: (call, direction, step) => `对比 · ${call} 的${direction} · ${step}`,
    step: step => `各泳道均处于第 ${step} 步（共 10 步）`,
    beforeStep: '第 1 步之前',
    headline: (most, mostName, least, leastName) =>
      `同一次调用：${mostName} 用 ${most} 字节，${leastName} 用 ${least} 字节`,
    onlyOne: (octets, name) => `${name} 用 ${octets} 字节`,
    intro: '指向某个参数，即可在每条泳道中看到它。所有条形共用一个比例尺，下方的时间亦然。',
    direction: { c2s: '请求', s2c: '响应' },
    messages: { c2s: '请求', s2c: '响应' },
    directions: '消息',
    call: '第几次调用',
    calls: ['第一次调用', '第二次调用'],
    cannot: '无法承载此调用：',
    noMessage: '不发送任何内容',
    csv: '表格导出为 CSV',
    parts: { headers: '协议头部', tags: '标签与类型', names: '名称', lengths: '长度', values: '值', padding: '填充' },
    legend: '字节花在哪里',
    drawing: '每条泳道中的消息，按字节用途划分',
    stretch: (part, octets) => `${part} · ${octets} B`,
    argument: (name, octets, lane) => `${lane} 中的 ${name}：${octets} B`,
    result: '结果',
    strip: (roundTrips, time) => `${roundTrips} 个往返 · ${time}`,
    table: {
      caption: call => `${call}（字节）`,
      lane: '泳道',
      request: '请求',
      reply: '响应',
      control: '会话维护',
      headers: 'TCP/IP',
      packets: '数据包',
      roundTrips: '往返',
      time: '得到结果用时',
    },
  },
};
