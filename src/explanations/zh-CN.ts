// 各格式的中文说明。选择中文时加载。

import { zhCN as dubboBody } from '../protocols/dubbo/text/zh-CN';
import { zhCN as grpc } from '../protocols/grpc/text/zh-CN';
import { zhCN as jsonRpc } from '../protocols/json-rpc/text/zh-CN';
import { zhCN as rest } from '../protocols/rest/text/zh-CN';
import { zhCN as xmlRpc } from '../protocols/xml-rpc/text/zh-CN';
import type { Explanations } from '../wire/bytes/explanation';
import { zhCN as dubbo } from '../wire/dubbo/text/zh-CN';
import { zhCN as ethernet } from '../wire/ethernet/text/zh-CN';
import { zhCN as gzip } from '../wire/gzip/text/zh-CN';
import { zhCN as hessian2 } from '../wire/hessian2/text/zh-CN';
import { zhCN as hpack } from '../wire/hpack/text/zh-CN';
import { zhCN as http1 } from '../wire/http1/text/zh-CN';
import { zhCN as http2 } from '../wire/http2/text/zh-CN';
import { zhCN as icmp } from '../wire/icmp/text/zh-CN';
import { zhCN as ipv4 } from '../wire/ipv4/text/zh-CN';
import { zhCN as ipv6 } from '../wire/ipv6/text/zh-CN';
import { zhCN as json } from '../wire/json/text/zh-CN';
import { zhCN as linuxCooked } from '../wire/linux-cooked/text/zh-CN';
import { zhCN as loopback } from '../wire/loopback/text/zh-CN';
import { zhCN as protobuf } from '../wire/protobuf/text/zh-CN';
import { zhCN as tcp } from '../wire/tcp/text/zh-CN';
import { zhCN as thriftBinary } from '../wire/thrift/binary/text/zh-CN';
import { zhCN as thriftCompact } from '../wire/thrift/compact/text/zh-CN';
import { zhCN as thriftFramed } from '../wire/thrift/framed/text/zh-CN';
import { zhCN as thriftJson } from '../wire/thrift/json/text/zh-CN';
import { zhCN as vlan } from '../wire/vlan/text/zh-CN';
import { zhCN as xml } from '../wire/xml/text/zh-CN';

export const zhCN: Explanations = {
  bytes: { unknown: { label: '未知', text: '没有任何格式规则可以解释这 {length} 个字节。' } },
  dubbo,
  'dubbo-body': dubboBody,
  ethernet,
  ipv4,
  ipv6,
  grpc,
  gzip,
  hessian2,
  hpack,
  http1,
  http2,
  icmp,
  json,
  'json-rpc': jsonRpc,
  'linux-cooked': linuxCooked,
  loopback,
  protobuf,
  rest,
  tcp,
  'thrift-binary': thriftBinary,
  'thrift-compact': thriftCompact,
  'thrift-framed': thriftFramed,
  'thrift-json': thriftJson,
  vlan,
  xml,
  'xml-rpc': xmlRpc,
};
