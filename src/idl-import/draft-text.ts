// A draft written in the interface language, each line with what it comes from.
import { fieldNumbers } from '../idl/field-numbers';
import type { Draft, DraftEnum, DraftMember, DraftMethod, DraftStruct } from './draft';

/** The declaration that a line of the text writes. */
export type Origin = DraftEnum | DraftStruct | DraftMember | DraftMethod;

/** A line of the text; without an origin it can be no one's fault. */
export interface TextLine {
  readonly text: string;
  readonly origin?: Origin;
}

/** The lines of the whole interface, types first. */
export function linesOf({ name, enums, structs, methods }: Draft): TextLine[] {
  return [
    ...(name === undefined ? [] : [{ text: `service ${name}` }]),
    ...enums.map(enumLine),
    ...structs.flatMap(structLines),
    ...methods.map(methodLine),
  ];
}

function enumLine(declared: DraftEnum): TextLine {
  const members = declared.members.map(({ name, number }) => `${name} = ${number}`);
  return { text: `enum ${declared.name} { ${members.join(', ')} }`, origin: declared };
}

function structLines(struct: DraftStruct): TextLine[] {
  const { keyword, name, members } = struct;
  const numbered = needNumbers(members);
  const lines: TextLine[] = [{ text: `${keyword} ${name} {`, origin: struct }];
  let open: string | undefined;
  for (const member of members) {
    if (open !== undefined && open !== member.oneof) lines.push({ text: '  }' });
    if (member.oneof !== undefined && open !== member.oneof) lines.push({ text: `  oneof ${member.oneof} {` });
    open = member.oneof;
    lines.push({ text: `${open === undefined ? '  ' : '    '}${memberText(member, numbered)}`, origin: member });
  }
  if (open !== undefined) lines.push({ text: '  }' });
  return [...lines, { text: '}', origin: struct }];
}

function methodLine(method: DraftMethod): TextLine {
  const { name, params, result, throws, oneway } = method;
  const numbered = needNumbers(params);
  const exceptions = throws.map(thrown => thrown.name + (needNumbers(throws) ? numberText(thrown) : ''));
  const text = [
    `${oneway ? 'oneway ' : ''}${name}(${params.map(param => memberText(param, numbered)).join(', ')})`,
    result === undefined ? '' : `: ${result}`,
    exceptions.length === 0 ? '' : ` throws ${exceptions.join(', ')}`,
  ].join('');
  return { text, origin: method };
}

function memberText(member: DraftMember, numbered: boolean): string {
  const { name, type, attributes, optional, oneof } = member;
  const mark = optional && oneof === undefined ? '?' : '';
  const suffix = attributes.map(attribute => ` @${attribute}`).join('') + (numbered ? numberText(member) : '');
  return `${name}${mark}: ${type}${suffix}`;
}

/** Whether the numbers differ from those that the members would have anyway. */
function needNumbers(members: readonly { readonly number?: number }[]): boolean {
  const unnumbered = fieldNumbers(members.map(() => ({})));
  return fieldNumbers(members).some((number, i) => number !== unnumbered[i]);
}

function numberText({ number }: { readonly number?: number }): string {
  return number === undefined ? '' : ` = ${number}`;
}
