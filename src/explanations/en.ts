// Every format's explanations in English. Loaded when English is chosen.

import { en as jsonRpc } from '../protocols/json-rpc/text/en';
import { en as xmlRpc } from '../protocols/xml-rpc/text/en';
import type { Explanations } from '../wire/bytes/explanation';
import { en as ethernet } from '../wire/ethernet/text/en';
import { en as gzip } from '../wire/gzip/text/en';
import { en as hpack } from '../wire/hpack/text/en';
import { en as http1 } from '../wire/http1/text/en';
import { en as ipv4 } from '../wire/ipv4/text/en';
import { en as json } from '../wire/json/text/en';
import { en as tcp } from '../wire/tcp/text/en';
import { en as xml } from '../wire/xml/text/en';

export const en: Explanations = {
  bytes: { unknown: { label: 'unknown', text: 'No rule of the format explains these {length} bytes.' } },
  ethernet,
  ipv4,
  gzip,
  hpack,
  http1,
  json,
  'json-rpc': jsonRpc,
  tcp,
  xml,
  'xml-rpc': xmlRpc,
};
