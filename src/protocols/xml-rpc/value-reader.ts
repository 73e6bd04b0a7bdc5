// Reads a <value> with everything in it, without recursion: XML-RPC may nest arrays and structs as deep as it likes.
import { ANY, type Type, VOID } from '../../idl/types';
import { Dynamic, type Value } from '../../idl/value';
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { NO_ELEMENT, UNKNOWN_NAME, type XmlReader } from '../../wire/xml/xml-reader';
import { memberType } from '../part-types';
import { E, UNTYPED_STRING } from './kinds';
import { callKeys, type PartKeys } from './part-keys';
import { type Dialect, readScalar } from './scalars';
import { xmlRpcFault } from './xml-rpc-fault';

const ANY_LIST: Type = { kind: 'list', element: ANY };
const ANY_MAP: Type = { kind: 'map', value: ANY };

/** An array or struct that is being read. */
interface Compound {
  /** The element after which the compound ends. */
  readonly element: typeof E.array | typeof E.struct;
  /** The type of the whole; a {@link Dynamic} is made when it is not what was expected. */
  readonly type: Type;
  readonly dynamic: boolean;
  readonly items: Value[];
  readonly members: Map<string, Value>;
  /** The name of the member that is open. */
  name: string;
}

/** Reads values out of one document. */
export class ValueReader {
  private readonly compounds: Compound[] = [];
  private keys: PartKeys = callKeys('');

  constructor(
    private readonly input: ByteReader,
    private readonly xml: XmlReader,
    private readonly dialect: Dialect,
  ) {}

  /**
   * Reads the content of the `<value>` that is open, and its end tag. A value of another type than `type` becomes a {@link Dynamic}: the
   * peers check no types, and hand over what came. `keys` says what its parts are called.
   */
  read(type: Type, keys: PartKeys): Value {
    this.keys = keys;
    let value = this.begin(type);
    for (;;) {
      const compound = this.compounds.at(-1);
      if (!compound) {
        if (value === undefined) throw new Error('a value ended without a result');
        return value;
      }
      if (value !== undefined) this.deliver(compound, value);
      value = compound.element === E.array ? this.nextItem(compound) : this.nextMember(compound);
    }
  }

  /** Begins a value. Returns it when it is a scalar; undefined when a compound was opened. */
  private begin(expected: Type): Value | undefined {
    const { xml, input } = this;
    const type = expected.kind === 'optional' ? expected.inner : expected;
    if (!xml.isElementNext()) {
      const text = this.untypedString();
      xml.close();
      if (type.kind === 'void') return null;
      return type.kind === 'string' ? text : new Dynamic({ kind: 'string' }, text);
    }
    const at = input.at;
    const element = xml.open();
    if (element === E.array || element === E.struct) {
      const key = element === E.struct ? this.keys.struct(this.compounds.length) : undefined;
      if (key !== undefined) input.annotations?.setKey(key);
      this.compounds.push(compoundOf(element, type));
      if (element === E.array && xml.open() !== E.data)
        throw xmlRpcFault('xml-rpc.expected-element', input.at, { name: 'data' });
      return undefined;
    }
    if (element === E.nil) {
      xml.close();
      xml.close();
      return expected.kind === 'optional' || expected.kind === 'void' ? null : new Dynamic(VOID, null);
    }
    if (element === UNKNOWN_NAME) throw xmlRpcFault('xml-rpc.unknown-type', at, { name: xml.name() });
    const value = readScalar(xml, element, type, this.dialect, at);
    xml.close();
    xml.close();
    return value;
  }

  private untypedString(): string {
    const { input, xml } = this;
    if (!xml.isTextNext()) return '';
    input.begin(UNTYPED_STRING);
    const text = xml.text();
    input.end();
    return text;
  }

  private nextItem(compound: Compound): Value | undefined {
    const { xml, input } = this;
    const element = xml.open(this.keys.part(this.compounds.length, compound.items.length));
    if (element === E.value) return this.begin(compound.type.kind === 'list' ? compound.type.element : ANY);
    if (element !== NO_ELEMENT) throw xmlRpcFault('xml-rpc.expected-element', input.at, { name: 'value' });
    xml.close();
    return this.finish(compound);
  }

  private nextMember(compound: Compound): Value | undefined {
    const { xml, input } = this;
    const element = xml.open();
    if (element === NO_ELEMENT) return this.finish(compound);
    if (element !== E.member) throw xmlRpcFault('xml-rpc.expected-element', input.at, { name: 'member' });
    if (xml.open() !== E.name) throw xmlRpcFault('xml-rpc.expected-element', input.at, { name: 'name' });
    const { type, members } = compound;
    // Members mostly come in the order of the interface, whose names are identifiers.
    compound.name = xml.text(type.kind === 'struct' ? type.members[members.size]?.name : undefined);
    xml.close();
    const key = this.keys.part(this.compounds.length, compound.name);
    if (key !== undefined) input.annotations?.setKey(key);
    if (xml.open() !== E.value) throw xmlRpcFault('xml-rpc.expected-element', input.at, { name: 'value' });
    return this.begin(memberType(type, compound.name, members.size));
  }

  /** The end of a compound: its end tag and that of its value. */
  private finish(compound: Compound): Value {
    this.xml.close();
    this.xml.close();
    this.compounds.pop();
    const value = compound.element === E.array ? compound.items : compound.members;
    return compound.dynamic ? new Dynamic(compound.type, value) : value;
  }

  private deliver(compound: Compound, value: Value): void {
    if (compound.element === E.array) compound.items.push(value);
    else {
      compound.members.set(compound.name, value);
      this.xml.close();
    }
  }
}

function compoundOf(element: typeof E.array | typeof E.struct, expected: Type): Compound {
  const fits = element === E.array ? expected.kind === 'list' : expected.kind === 'map' || expected.kind === 'struct';
  const type = fits ? expected : element === E.array ? ANY_LIST : ANY_MAP;
  return { element, type, dynamic: !fits, items: [], members: new Map(), name: '' };
}
