// The attributes of members, which choose among protobuf's encodings.

import type { Report } from './given-numbers';
import { isIntegerKind } from './integers';
import { typeText } from './print';
import type { MemberSyntax } from './syntax-tree';
import type { Attribute, Type } from './types';

/** Every attribute, with the types that it fits. */
const FITS: Readonly<Record<Attribute, (type: Type) => boolean>> = {
  zigzag: type => {
    const { kind } = elementOf(type);
    return isIntegerKind(kind) && kind !== 'uint' && kind !== 'ulong';
  },
  fixed: type => isIntegerKind(elementOf(type).kind),
  unpacked: type => elementOf(type) !== wholeOf(type) && isPackable(elementOf(type)),
};

/** The names of all attributes. */
export const ATTRIBUTES: readonly string[] = Object.keys(FITS);

/** The attributes of a member of `type` as far as they are right. */
export function attributesOf({ attributes }: MemberSyntax, type: Type, report: Report): Attribute[] {
  const right: Attribute[] = [];
  for (const token of attributes) {
    const attribute = token.text;
    if (!isAttribute(attribute)) report('idl.unknown-attribute', token, { name: attribute });
    else if (!FITS[attribute](type) || right.some(other => excludes(other, attribute))) {
      const before = [typeText(type), ...right.map(other => `@${other}`)].join(' ');
      report('idl.unfit-attribute', token, { name: attribute, type: before });
    } else right.push(attribute);
  }
  return right;
}

function isAttribute(name: string): name is Attribute {
  return Object.hasOwn(FITS, name);
}

/** An integer has one encoding, and nothing is said twice. */
function excludes(one: Attribute, other: Attribute): boolean {
  return one === other || (one !== 'unpacked' && other !== 'unpacked');
}

function wholeOf(type: Type): Type {
  return type.kind === 'optional' ? type.inner : type;
}

function elementOf(type: Type): Type {
  const whole = wholeOf(type);
  return whole.kind === 'list' || whole.kind === 'set' ? whole.element : whole;
}

/** What protobuf packs by itself: everything of which a list may have many in one field. protobuf.dev, Encoding, Packed Repeated Fields. */
function isPackable({ kind }: Type): boolean {
  return isIntegerKind(kind) || kind === 'boolean' || kind === 'float' || kind === 'double' || kind === 'enum';
}
