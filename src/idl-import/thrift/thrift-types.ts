// Thrift's types in the words of the interface language. doc/specs/idl.md of Apache Thrift.
import { type FieldType, SyntaxType } from '@creditkarma/thrift-parser';

const SCALARS: Readonly<Partial<Record<SyntaxType, string>>> = {
  [SyntaxType.BoolKeyword]: 'boolean',
  [SyntaxType.ByteKeyword]: 'byte',
  [SyntaxType.I8Keyword]: 'byte',
  [SyntaxType.I16Keyword]: 'short',
  [SyntaxType.I32Keyword]: 'int',
  [SyntaxType.I64Keyword]: 'long',
  [SyntaxType.DoubleKeyword]: 'double',
  [SyntaxType.StringKeyword]: 'string',
  [SyntaxType.BinaryKeyword]: 'bytes',
};

/** What stands for a type. `aliases` are the typedefs of the file; a type that is not there keeps its name. */
export function typeTextOf(type: FieldType, aliases: ReadonlyMap<string, FieldType>): string {
  const text = (inner: FieldType) => typeTextOf(inner, aliases);
  switch (type.type) {
    case SyntaxType.ListType:
      return `list<${text(type.valueType)}>`;
    case SyntaxType.SetType:
      return `set<${text(type.valueType)}>`;
    case SyntaxType.MapType: {
      const key = text(type.keyType);
      return key === 'string' ? `map<${text(type.valueType)}>` : `map<${key}, ${text(type.valueType)}>`;
    }
    case SyntaxType.Identifier: {
      const alias = aliases.get(type.value);
      return alias ? text(alias) : type.value;
    }
    default:
      return SCALARS[type.type]!;
  }
}
