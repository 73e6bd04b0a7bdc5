// What a .proto file may say that has no place in an interface.
import protobuf from 'protobufjs';
import type { Notes } from '../notes';
import type { Places } from './places';
import { declaredType, type FieldContext, isGroup } from './proto-types';

/** Options that the interface says in its own way. */
const KEPT: ReadonlySet<string> = new Set(['packed', 'proto3_optional', 'default', 'allow_alias']);

/** Notes what concerns the file as a whole. */
export function noteFile({
  root,
  home,
  imports,
  places,
  text,
  notes,
}: {
  readonly root: protobuf.Root;
  /** The package. */
  readonly home: protobuf.Namespace;
  readonly imports: readonly string[];
  readonly places: Places;
  readonly text: string;
  readonly notes: Notes;
}): void {
  for (const path of imports)
    if (!protobuf.common.get(path)) notes.add('import.other-file', path, places.lineOfStatement('import', path));
  // What stands before the package belongs to the root.
  for (const name of new Set([root, home].flatMap(optionNames)))
    notes.add('import.option', name, places.lineOfStatement('option', name));
  if (!/^\s*(syntax|edition)\b/m.test(text)) notes.add('import.proto2', 'proto2', 1);
  else if (/^\s*syntax\s*=\s*["']proto2/m.test(text))
    notes.add('import.proto2', 'proto2', places.lineOfStatement('syntax', '='));
  noteWithin(home, places, notes);
}

/** Extensions and the options of services, which are in no message. */
function noteWithin(namespace: protobuf.NamespaceBase, places: Places, notes: Notes): void {
  for (const each of namespace.nestedArray) {
    if (each instanceof protobuf.Field) notes.add('import.extension', each.name, places.lineOf(each.name));
    if (each instanceof protobuf.Service)
      for (const part of [each, ...each.methodsArray]) {
        const path = part === each ? each.name : `${each.name}.${part.name}`;
        for (const name of optionNames(part)) notes.add('import.option', name, places.lineOf(path));
      }
  }
}

/** Notes what concerns a message and its fields. */
export function noteType(type: protobuf.Type, line: number, context: FieldContext): void {
  const { notes } = context;
  const { extensions = [], reserved = [] } = type as { extensions?: unknown[]; reserved?: unknown[] };
  if (extensions.length > 0) notes.add('import.extension', type.name, line);
  if (reserved.length > 0) notes.add('import.reserved', type.name, line);
  for (const name of optionNames(type)) notes.add('import.option', name, line);
  for (const each of type.nestedArray)
    if (each instanceof protobuf.Field) notes.add('import.extension', each.name, line);
  for (const field of type.fieldsArray) {
    if (field.declaringField) continue;
    const at = context.lineOf(field);
    const declared = declaredType(field.type, type);
    if (declared && isGroup(declared)) notes.add('import.group', field.name, context.lineOf(declared));
    if (field.required) notes.add('import.required', field.name, at);
    if (field.getOption('default') !== undefined) notes.add('import.default', field.name, at);
    for (const name of optionNames(field)) notes.add('import.option', name, at);
  }
}

/** `(google.api.http).get` is the option `(google.api.http)`. */
function optionNames({ options = {} }: protobuf.ReflectionObject): string[] {
  const names = Object.keys(options).map(name => /^\([^)]*\)|^[^.]+/.exec(name)?.[0] ?? name);
  return [...new Set(names)].filter(name => !KEPT.has(name));
}
