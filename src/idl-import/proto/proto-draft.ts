// A .proto file as a draft of an interface.
import protobuf from 'protobufjs';
import type { Draft, DraftEnum, DraftStruct } from '../draft';
import type { IdlFile } from '../idl-file';
import type { Notes } from '../notes';
import { noteFile, noteType } from './left-out';
import { parseProto } from './parse-proto';
import { type Places, placesOf } from './places';
import { type DeclaredType, declaredType, type FieldContext, isGroup, memberOf } from './proto-types';
import { rpcMethods } from './rpc';

/** Reads a .proto file. Throws `import.syntax`. */
export function readProto(text: string): IdlFile {
  const { root, imports = [], package: packageName = '' } = parseProto(text);
  const places = placesOf(text);
  const home = packageName === '' ? root : (root.lookup(packageName) as protobuf.Namespace);
  const services = home.nestedArray.filter(each => each instanceof protobuf.Service);
  return {
    services: services.map(({ name }) => name),
    draft(name, notes) {
      noteFile({ root, home, imports, places, text, notes });
      const chosen = services.find(service => service.name === name);
      return new ProtoDraft(home, packageName, imports, places, notes).of(chosen);
    },
  };
}

/** Goes through the declarations of the file, and of Google's files as far as it uses them. */
class ProtoDraft implements FieldContext {
  /** What the interface declares, in the order of the file. It grows while Google's types turn up. */
  private readonly names = new Map<DeclaredType, string>();

  constructor(
    private readonly home: protobuf.Namespace,
    private readonly packageName: string,
    private readonly imports: readonly string[],
    private readonly places: Places,
    readonly notes: Notes,
  ) {}

  of(service: protobuf.Service | undefined): Draft {
    this.nameAll(this.home);
    const { methods, unwrapped } = rpcMethods(service, [...this.names.keys()], this);
    const enums: DraftEnum[] = [];
    const structs: DraftStruct[] = [];
    for (const declared of this.names.keys()) {
      if (declared instanceof protobuf.Enum) enums.push(this.enum(declared));
      else if (!unwrapped.has(declared)) structs.push(this.struct(declared));
    }
    const name = this.packageName === '' ? service?.name : `${this.packageName}.${service?.name}`;
    return { ...(service && { name }), enums, structs, methods };
  }

  private nameAll(namespace: protobuf.NamespaceBase): void {
    for (const declared of namespace.nestedArray) {
      if (isGroup(declared)) continue;
      if (declared instanceof protobuf.Type || declared instanceof protobuf.Enum) this.nameOf(declared);
      if (declared instanceof protobuf.Type) this.nameAll(declared);
    }
  }

  /** The path within the file, or within Google's package, with underscores for its dots. */
  nameOf(declared: DeclaredType): string {
    const known = this.names.get(declared);
    if (known !== undefined) return known;
    const path = this.pathOf(declared);
    const taken = [...this.names.values()];
    let name = path.replaceAll('.', '_');
    while (taken.includes(name)) name += '_';
    this.names.set(declared, name);
    if (name !== path) this.notes.add('import.nested-name', path, this.places.lineOf(path));
    return name;
  }

  /** Of what Google's files declare, the line that imports the file. */
  lineOf(declared: protobuf.ReflectionObject): number {
    const path = this.pathOf(declared);
    const [outermost] = path.split('.');
    const file = isGoogles(declared) && this.imports.find(each => declares(each, outermost));
    return file ? this.places.lineOfStatement('import', file) : this.places.lineOf(path);
  }

  private struct(type: protobuf.Type): DraftStruct {
    const line = this.lineOf(type);
    noteType(type, line, this);
    const fields = type.fieldsArray.filter(field => !field.declaringField && !isGroup(declaredType(field.type, type)));
    const members = fields.map(field => memberOf(field, this));
    return { keyword: 'struct', name: this.nameOf(type), members, line };
  }

  /** Members with the number of another are left out: the interface language has one name for a number. */
  private enum(declared: protobuf.Enum): DraftEnum {
    const members = Object.entries(declared.values).map(([name, number]) => ({ name, number }));
    const path = this.pathOf(declared);
    const first = members.filter(({ name, number }, i) => {
      const isAlias = members.findIndex(other => other.number === number) < i;
      if (isAlias) this.notes.add('import.enum-alias', name, this.places.lineOf(`${path}.${name}`));
      return !isAlias;
    });
    return { name: this.nameOf(declared), members: first, line: this.lineOf(declared) };
  }

  private pathOf({ fullName }: protobuf.ReflectionObject): string {
    const path = fullName.replace(/^\./, '');
    const prefix = [`${this.packageName}.`, 'google.protobuf.'].find(each => path.startsWith(each)) ?? '';
    return path.slice(prefix.length);
  }
}

function isGoogles({ fullName }: protobuf.ReflectionObject): boolean {
  return fullName.startsWith('.google.protobuf.');
}

/** Whether the file of Google's at `path` declares `name`. */
function declares(path: string, name: string): boolean {
  const file = protobuf.common.get(path);
  return file !== null && new protobuf.Root().addJSON(file.nested!).lookup(`google.protobuf.${name}`) !== null;
}
