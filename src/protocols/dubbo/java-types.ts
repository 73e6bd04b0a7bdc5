// The Java types that stand for those of an interface, and their descriptors: JVM Specification §4.3.2.
import type { Type } from '../../idl/types';
import type { Settings } from './settings';

/** A primitive type's name, its descriptor and its class. */
type Primitive = readonly [name: string, descriptor: string, boxed: string];

const PRIMITIVES: Partial<Record<Type['kind'], Primitive>> = {
  boolean: ['boolean', 'Z', 'java.lang.Boolean'],
  byte: ['byte', 'B', 'java.lang.Byte'],
  short: ['short', 'S', 'java.lang.Short'],
  int: ['int', 'I', 'java.lang.Integer'],
  long: ['long', 'J', 'java.lang.Long'],
  float: ['float', 'F', 'java.lang.Float'],
  double: ['double', 'D', 'java.lang.Double'],
};

const CLASSES: Partial<Record<Type['kind'], string>> = {
  string: 'java.lang.String',
  datetime: 'java.util.Date',
  list: 'java.util.List',
  set: 'java.util.Set',
  map: 'java.util.Map',
  any: 'java.lang.Object',
};

/** What the service is called where the interface does not say. */
export const DEFAULT_SERVICE = 'com.demo.Calculator';

/** Java types of one service: its structs and enums are classes of the service's package. */
export class JavaTypes {
  readonly serviceName: string;
  private readonly packageName: string;

  constructor(
    name: string | undefined,
    private readonly types: Settings['types'],
  ) {
    this.serviceName = name ?? DEFAULT_SERVICE;
    this.packageName = this.serviceName.slice(0, this.serviceName.lastIndexOf('.') + 1);
  }

  /** The class of the struct or enum `name`. */
  className(name: string): string {
    return this.packageName + name;
  }

  /** How a parameter of `type` is described: `I`, `Ljava/lang/Integer;`. Null needs a class. */
  descriptor(type: Type, boxed = this.types === 'boxed'): string {
    if (type.kind === 'optional') return this.descriptor(type.inner, true);
    if (type.kind === 'bytes') return '[B';
    const primitive = PRIMITIVES[type.kind];
    if (primitive) return boxed ? classDescriptor(primitive[2]) : primitive[1];
    if (type.kind === 'struct' || type.kind === 'enum') return classDescriptor(this.className(type.name));
    return classDescriptor(CLASSES[type.kind] ?? 'java.lang.Object');
  }
}

/** The descriptor of the class `name`. */
export function classDescriptor(name: string): string {
  return `L${name.replaceAll('.', '/')};`;
}

/** The first part of `type` that no Java type stands for: Java has no integers without a sign. */
export function withoutJavaType(type: Type): Type | undefined {
  switch (type.kind) {
    case 'uint':
    case 'ulong':
      return type;
    case 'optional':
      return withoutJavaType(type.inner);
    case 'list':
    case 'set':
      return withoutJavaType(type.element);
    case 'map':
      return (type.key && withoutJavaType(type.key)) ?? withoutJavaType(type.value);
    case 'struct':
      return firstOf(type.members.map(member => withoutJavaType(member.type)));
    default:
      return undefined;
  }
}

function firstOf(types: readonly (Type | undefined)[]): Type | undefined {
  return types.find(type => type !== undefined);
}
