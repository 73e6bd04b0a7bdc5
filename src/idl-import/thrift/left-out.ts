// What a .thrift file may say that has no place in an interface.
import { type Annotations, type FieldDefinition, SyntaxType, type ThriftStatement } from '@creditkarma/thrift-parser';
import type { Notes } from '../notes';

/** Notes what concerns a whole declaration. `module` is the namespace that the service is in already. */
export function noteStatement(statement: ThriftStatement, module: string | undefined, notes: Notes): void {
  const { line } = statement.loc.start;
  switch (statement.type) {
    case SyntaxType.IncludeDefinition:
      notes.add('import.other-file', statement.path.value, line);
      return;
    case SyntaxType.NamespaceDefinition:
      if (module !== undefined && module !== statement.name.value)
        notes.add('import.other-namespace', statement.name.value, line);
      return;
    case SyntaxType.ConstDefinition:
      notes.add('import.constant', statement.name.value, line);
      break;
    case SyntaxType.TypedefDefinition:
      notes.add('import.typedef', statement.name.value, line);
      break;
    case SyntaxType.ServiceDefinition:
      for (const { annotations } of statement.functions) noteAnnotations(annotations, notes);
  }
  if ('annotations' in statement) noteAnnotations(statement.annotations, notes);
}

/** Notes what concerns a member of a struct, or a parameter. */
export function noteField(field: FieldDefinition, notes: Notes): void {
  const { line } = field.loc.start;
  const name = field.name.value;
  noteAnnotations(field.annotations, notes);
  if (field.requiredness === 'required') notes.add('import.required', name, line);
  if (field.defaultValue) notes.add('import.default', name, line);
  if (!field.fieldID || field.fieldID.value <= 0) notes.add('import.no-field-id', name, line);
}

function noteAnnotations(annotations: Annotations | undefined, notes: Notes): void {
  for (const { name, loc } of annotations?.annotations ?? []) notes.add('import.option', name.value, loc.start.line);
}
