// Every format's explanations in English. Loaded when English is chosen.

import { en as dubboBody } from '../protocols/dubbo/text/en';
import { en as grpc } from '../protocols/grpc/text/en';
import { en as jsonRpc } from '../protocols/json-rpc/text/en';
import { en as rest } from '../protocols/rest/text/en';
import { en as xmlRpc } from '../protocols/xml-rpc/text/en';
import type { Explanations } from '../wire/bytes/explanation';
import { en as dubbo } from '../wire/dubbo/text/en';
import { en as ethernet } from '../wire/ethernet/text/en';
import { en as gzip } from '../wire/gzip/text/en';
import { en as hessian2 } from '../wire/hessian2/text/en';
import { en as hpack } from '../wire/hpack/text/en';
import { en as http1 } from '../wire/http1/text/en';
import { en as http2 } from '../wire/http2/text/en';
import { en as icmp } from '../wire/icmp/text/en';
import { en as ipv4 } from '../wire/ipv4/text/en';
import { en as ipv6 } from '../wire/ipv6/text/en';
import { en as json } from '../wire/json/text/en';
import { en as linuxCooked } from '../wire/linux-cooked/text/en';
import { en as loopback } from '../wire/loopback/text/en';
import { en as protobuf } from '../wire/protobuf/text/en';
import { en as tcp } from '../wire/tcp/text/en';
import { en as thriftBinary } from '../wire/thrift/binary/text/en';
import { en as thriftCompact } from '../wire/thrift/compact/text/en';
import { en as thriftFramed } from '../wire/thrift/framed/text/en';
import { en as thriftJson } from '../wire/thrift/json/text/en';
import { en as vlan } from '../wire/vlan/text/en';
import { en as xml } from '../wire/xml/text/en';

export const en: Explanations = {
  bytes: { unknown: { label: 'unknown', text: 'No rule of the format explains these {length} bytes.' } },
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
