// Opening a capture, and the pane of what is recorded.
import type { Texts } from '../../i18n/locale';

export const texts: Texts<{
  drop: string;
  reading: string;
  stays: string;
  cancel: string;
  close: string;
  cannotOpen: string;
  damaged: string;
  title: string;
  back: string;
  another: string;
  note: string;
  conversations: (count: string) => string;
  ignored: (count: string) => string;
  conversation: (client: string, server: string) => string;
  packets: (packets: string, octets: string) => string;
  part: (from: string, to: string, all: string) => string;
  earlier: string;
  later: string;
  unknown: string;
  protocol: string;
  recognised: (protocol: string) => string;
  notRecognised: string;
  none: string;
  messages: (count: string, calls: string) => string;
  explained: (share: string) => string;
  missing: (octets: string) => string;
  noCode: string;
  noComparison: string;
  noLink: string;
}> = {
  en: {
    drop: 'Drop a pcap or pcapng file here',
    reading: 'Reading the capture',
    stays: 'It is read here, in your browser. Nothing of it is sent anywhere.',
    cancel: 'Cancel',
    close: 'Close',
    cannotOpen: 'This file cannot be opened.',
    damaged: 'Only the beginning of the file could be read:',
    title: 'Recording',
    back: 'Back to the simulation',
    another: 'Open another…',
    note: 'A capture sees each packet once, so a packet leaves and arrives at the same moment here. Steps that no packet shows are inferred. The recording is in no link: after a reload the simulation is back.',
    conversations: count => `TCP connections (${count})`,
    ignored: count => `Other packets: ${count}`,
    conversation: (client, server) => `${client} → ${server}`,
    packets: (packets, octets) => `${packets} packets, ${octets} bytes`,
    part: (from, to, all) => `Packets ${from} to ${to} of ${all}`,
    earlier: 'Earlier',
    later: 'Later',
    unknown: 'not recognised',
    protocol: 'Read as',
    recognised: protocol => `${protocol} (recognised)`,
    notRecognised: 'unknown',
    none: 'no protocol',
    messages: (count, calls) => `Messages: ${count}, calls: ${calls}`,
    explained: share => `${share} of the bytes explained`,
    missing: octets => `${octets} bytes are missing in the capture`,
    noCode: 'A recording shows messages, not the programs that wrote them.',
    noComparison: 'A recording cannot be made again in another protocol: only a simulated call can be compared.',
    noLink: 'A recording stays in your browser, so no link leads to it. Export it, or share the file itself.',
  },
  'zh-CN': {
    drop: '将 pcap 或 pcapng 文件拖放到这里',
    reading: '正在读取捕获文件',
    stays: '文件只在您的浏览器中读取，不会发送到任何地方。',
    cancel: '取消',
    close: '关闭',
    cannotOpen: '无法打开这个文件。',
    damaged: '只能读取文件的开头部分：',
    title: '录制',
    back: '返回模拟',
    another: '打开另一个文件…',
    note: '捕获只看到每个数据包一次，因此这里数据包的发出与到达是同一时刻。没有数据包显示的步骤由推断得出。链接不包含录制内容：重新加载后会回到模拟。',
    conversations: count => `TCP 连接（${count}）`,
    ignored: count => `其他数据包 ${count} 个`,
    conversation: (client, server) => `${client} → ${server}`,
    packets: (packets, octets) => `${packets} 个数据包，${octets} 字节`,
    part: (from, to, all) => `第 ${from} 至 ${to} 个数据包，共 ${all} 个`,
    earlier: '较早',
    later: '较晚',
    unknown: '未识别',
    protocol: '解读为',
    recognised: protocol => `${protocol}（已识别）`,
    notRecognised: '未知',
    none: '无协议',
    messages: (count, calls) => `${count} 条消息，${calls} 次调用`,
    explained: share => `${share} 的字节已得到解释`,
    missing: octets => `捕获中缺少 ${octets} 字节`,
    noCode: '录制显示的是消息，而不是写出消息的程序。',
    noComparison: '录制无法用另一种协议重做：只有模拟的调用可以对比。',
    noLink: '录制只留在您的浏览器中，没有链接指向它。请导出，或直接分享文件。',
  },
};
