// The client's stub that Thrift's compiler generates in Java, in short.
import { fieldNumbers } from '../../../idl/field-numbers';
import type { Member, Method, Type } from '../../../idl/types';
import { identifier } from '../../javascript-names';
import { type Line, litText } from '../../lit-text';
import type { CodeContext, SourceText, StepNumber } from '../../protocol';
import { serviceName } from './thrift-names';
import { thriftText } from './thrift-text';
import { constantName, methodName } from './type-names';

const PRIMITIVES: Readonly<Partial<Record<Type['kind'], readonly [primitive: string, boxed: string]>>> = {
  boolean: ['boolean', 'Boolean'],
  byte: ['byte', 'Byte'],
  short: ['short', 'Short'],
  int: ['int', 'Integer'],
  long: ['long', 'Long'],
  double: ['double', 'Double'],
};

/** The client's half of the method that is called first. */
export function javaClientStub({ service, calls }: CodeContext): SourceText {
  const method = service.methods.find(({ name }) => name === calls[0].method)!;
  return litText(`client stub (${serviceName(service)}.java)`, 'java', [
    ...thriftText(service, 'java').map(line => `// ${line}`),
    '',
    ...sendLines(method),
    ...writeLines(method),
    ...(method.oneway ? [] : receiveLines(method)),
  ]);
}

function lit(step: StepNumber, lines: readonly string[]): Line[] {
  return lines.map((line): Line => [line, step]);
}

function sendLines(method: Method): Line[] {
  const name = identifier(method.name);
  const params = method.params.map(param => `${javaType(param.type)} ${identifier(param.name)}`).join(', ');
  const args = method.params.map(param => identifier(param.name)).join(', ');
  return [
    ...lit(2, [
      `void send_${name}(${params}) throws TException {`,
      `  ${name}_args args = new ${name}_args(${args});`,
      `  oprot.writeMessageBegin(new TMessage("${method.name}", TMessageType.${method.oneway ? 'ONEWAY' : 'CALL'}, ++seqid));`,
      '  args.write(oprot);',
      '  oprot.writeMessageEnd();',
    ]),
    ['  oprot.getTransport().flush();  // all of it in one write', 3],
    '}',
    '',
  ];
}

/** Nothing of it is lit: the call of write() is. */
function writeLines({ name, params }: Method): string[] {
  const ids = fieldNumbers(params);
  return [
    `void write(TProtocol oprot) throws TException {  // of ${identifier(name)}_args`,
    ...params.flatMap((param, i) => writeField(param, ids[i])).map(line => `  ${line}`),
    '  oprot.writeFieldStop();',
    '}',
  ];
}

function writeField({ name, type: declared }: Member, id: number): string[] {
  const type = declared.kind === 'optional' ? declared.inner : declared;
  const variable = `this.${identifier(name)}`;
  const begin = `oprot.writeFieldBegin(new TField("${name}", TType.${constantName(type)}, (short) ${id}));`;
  const lines = [begin, ...writeValue(variable, type), 'oprot.writeFieldEnd();'];
  return PRIMITIVES[type.kind] ? lines : [`if (${variable} != null) {`, ...lines.map(line => `  ${line}`), '}'];
}

function writeValue(value: string, type: Type): string[] {
  switch (type.kind) {
    case 'enum':
      return [`oprot.writeI32(${value}.getValue());`];
    case 'struct':
      return [`${value}.write(oprot);`];
    case 'list':
    case 'set': {
      const kind = methodName(type);
      const each = PRIMITIVES[type.element.kind]?.[1] ?? javaType(type.element);
      return [
        `oprot.write${kind}Begin(new T${kind}(TType.${constantName(type.element)}, ${value}.size()));`,
        `for (${each} each : ${value}) ${writeElement('each', type.element)}`,
      ];
    }
    case 'map': {
      const key: Type = type.key ?? { kind: 'string' };
      return [
        `oprot.writeMapBegin(new TMap(TType.${constantName(key)}, TType.${constantName(type.value)}, ${value}.size()));`,
        `for (var entry : ${value}.entrySet()) {`,
        `  ${writeElement('entry.getKey()', key)}`,
        `  ${writeElement('entry.getValue()', type.value)}`,
        '}',
      ];
    }
    default:
      return [`oprot.write${methodName(type)}(${value});`];
  }
}

/** What is nested deeper has a method of its own here. */
function writeElement(value: string, type: Type): string {
  const isContainer = type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
  return isContainer ? `write${methodName(type)}(oprot, ${value});` : writeValue(value, type)[0];
}

function receiveLines({ name: method, result, throws }: Method): Line[] {
  const name = identifier(method);
  const isVoid = result.kind === 'void';
  return [
    '',
    ...lit(9, [
      `${isVoid ? 'void' : javaType(result)} recv_${name}() throws TException {`,
      '  TMessage message = iprot.readMessageBegin();',
      '  if (message.type == TMessageType.EXCEPTION) throw TApplicationException.readFrom(iprot);',
      `  ${name}_result result = new ${name}_result();`,
      '  result.read(iprot);  // field by field',
      '  iprot.readMessageEnd();',
    ]),
    ...(isVoid ? [] : [['  if (result.isSetSuccess()) return result.success;', 9, 10] as Line]),
    ...throws.map((_, i): Line => [`  if (result.e${i + 1} != null) throw result.e${i + 1};`, 9, 10]),
    isVoid
      ? ['  return;', 9, 10]
      : `  throw new TApplicationException(TApplicationException.MISSING_RESULT, "${method} failed: unknown result");`,
    '}',
  ];
}

function javaType(type: Type, boxed = false): string {
  switch (type.kind) {
    case 'optional':
      return javaType(type.inner, boxed);
    case 'string':
      return 'String';
    case 'bytes':
      return 'ByteBuffer';
    case 'list':
    case 'set':
      return `${type.kind === 'list' ? 'List' : 'Set'}<${javaType(type.element, true)}>`;
    case 'map':
      return `Map<${javaType(type.key ?? { kind: 'string' }, true)}, ${javaType(type.value, true)}>`;
    case 'enum':
    case 'struct':
      return identifier(type.name);
    default:
      return PRIMITIVES[type.kind]?.[boxed ? 1 : 0] ?? type.kind;
  }
}
