// gRPC 各字段的中文说明。
import type { Explanation } from '../../../wire/bytes/explanation';
import type { en } from './en';

export const zhCN: Record<keyof typeof en, Explanation> = {
  'Length-Prefixed-Message': {
    label: '带长度前缀的消息',
    text: '一条消息，前面是 gRPC 自己的五个字节。DATA 帧可以在任意位置切分数据流，所以要靠长度得知消息在哪里结束。',
  },
  'Compressed-Flag': {
    label: '压缩标志',
    text: '{value}。0：消息保持编码后的原样；1：消息已按首部 grpc-encoding 所说的方式压缩。',
  },
  'Message-Length': {
    label: '消息长度',
    text: '消息有 {value} 字节，写成 32 位大端整数；前面这五个字节不计在内。',
  },
  Message: { label: '消息', text: '存根编码出的内容，此处用 Protocol Buffers。gRPC 本身不看里面。' },
  'inflated message': { label: '解压后的消息', text: '压缩的消息所代表的内容：{length} 字节，与不压缩时发送的一样。' },
  'compressed message': {
    label: '压缩后的消息',
    text: '{length} 字节的消息，其压缩方式在此无法解读，看不到其中的字段。',
  },
};
