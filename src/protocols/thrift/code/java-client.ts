// The client that its author writes in Java.
import { ANY, type ServiceInterface } from '../../../idl/types';
import { hostAndPort, identifier } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { Call, CodeContext, SourceText } from '../../protocol';
import type { Settings } from '../settings';
import { javaLiteral } from './java-literal';
import { PROTOCOLS, serviceName } from './thrift-names';

export function javaClient({ service, authority, calls }: CodeContext, chosen: Settings): SourceText {
  const [host, port] = hostAndPort(authority);
  const socket = `new TSocket("${host}", ${port})`;
  const transport = chosen.framing === 'framed' ? `new TFramedTransport(${socket})` : socket;
  // TBinaryProtocol(transport, strictRead, strictWrite)
  const old = chosen.encoding === 'binary' && !chosen.strict ? ', false, false' : '';
  const name = serviceName(service);
  return litText('Client.java', 'java', [
    `TTransport transport = ${transport};`,
    `${name}.Client client = new ${name}.Client(new ${PROTOCOLS[chosen.encoding]}(transport${old}));`,
    'transport.open();',
    ...calls.map((call): Line => callLine(call, service)),
    'transport.close();',
  ]);
}

function callLine({ method: name, args, oneway }: Call, { methods }: ServiceInterface): Line {
  const method = methods.find(each => each.name === name);
  const values = args.map((arg, i) => javaLiteral(arg, method?.params[i]?.type ?? ANY));
  const call = `client.${identifier(name)}(${values.join(', ')})`;
  if (oneway) return [`${call};`, 1];
  return method?.result.kind === 'void' ? [`${call};`, 1, 10] : [`System.out.println(${call});`, 1, 10];
}
