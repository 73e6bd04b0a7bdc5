// Reads a JSON text from its octets and notes what each octet belongs to. RFC 8259 §2, §4, §5.
//
// Accepts exactly RFC 8259's grammar, as JSON.parse does: no byte order mark, no comment, no comma at the end. Octets that are not
// UTF-8 are refused (§8.1), where Node's own decoder would put U+FFFD in their place. `\ud800` alone is accepted and kept (§8.2).
import type { ByteReader } from '../bytes/byte-reader';
import { JsonScanner } from './json-scanner';
import type { JsonValue } from './json-value';
import { LITERAL, MEMBER, NAME, NUMBER, STRING } from './kinds';
import { type JsonShape, PLAIN } from './shape';

/** Arrays and objects within one another. RFC 8259 §9 allows a limit; this one guards every recursion over a message. */
export const MAX_DEPTH = 1000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BEGIN_ARRAY = 0x5b;
const END_ARRAY = 0x5d;
const BEGIN_OBJECT = 0x7b;
const END_OBJECT = 0x7d;

/**
 * Reads the JSON text that fills `reader` up to its limit, white space around it included. `shape` says what the fields are called.
 * Throws a problem of `json.*` with the offset at which the text stops being JSON; `reader.at` is then that offset.
 */
export function readJson(reader: ByteReader, shape: JsonShape = PLAIN): JsonValue {
  const json = new JsonReader(reader);
  try {
    return json.text(shape);
  } finally {
    reader.at = json.at;
  }
}

class JsonReader extends JsonScanner {
  private depth = 0;

  text(shape: JsonShape): JsonValue {
    this.whiteSpace();
    const value = this.value(shape);
    this.whiteSpace();
    if (this.at < this.limit) throw this.unexpected();
    return value;
  }

  private value(shape: JsonShape, key?: string | number): JsonValue {
    switch (this.peek()) {
      case BEGIN_OBJECT:
        return this.object(shape, key ?? shape.objectKey);
      case BEGIN_ARRAY:
        return this.array(shape, key ?? shape.arrayKey);
      case QUOTE:
        return this.string(shape.scalar ?? STRING, key);
      case 0x74:
        return this.literal('true', true, shape.scalar ?? LITERAL, key);
      case 0x66:
        return this.literal('false', false, shape.scalar ?? LITERAL, key);
      case 0x6e:
        return this.literal('null', null, shape.scalar ?? LITERAL, key);
      default:
        return this.number(shape.scalar ?? NUMBER, key);
    }
  }

  private object(shape: JsonShape, key?: string | number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.annotations?.begin(shape.object, this.at, key);
    if (this.enter(END_OBJECT)) {
      do this.member(members, shape);
      while (this.another(END_OBJECT));
    }
    this.leave();
    return members;
  }

  private array(shape: JsonShape, key?: string | number): JsonValue {
    const elements: JsonValue[] = [];
    this.annotations?.begin(shape.array, this.at, key);
    if (this.enter(END_ARRAY)) {
      do elements.push(this.value(shape.element ?? PLAIN, elements.length));
      while (this.another(END_ARRAY));
    }
    this.leave();
    return elements;
  }

  private member(members: Map<string, JsonValue>, shape: JsonShape): void {
    if (this.peek() !== QUOTE) throw this.unexpected();
    const { annotations } = this;
    annotations?.begin(MEMBER, this.at);
    const row = annotations ? annotations.count - 1 : -1;
    const name = this.string(NAME);
    const known = shape.members?.get(name);
    annotations?.relabel(row, known?.kind ?? MEMBER, known ? known.key : name);
    this.whiteSpace();
    if (this.peek() !== COLON) throw this.unexpected();
    this.at++;
    this.whiteSpace();
    members.set(name, this.value(known?.value ?? PLAIN));
    annotations?.end(this.at);
  }

  /** Passes the opening bracket and the white space behind it. False when the closing one follows at once. */
  private enter(end: number): boolean {
    if (++this.depth > MAX_DEPTH) throw this.fault('json.too-deep', { limit: MAX_DEPTH });
    this.at++;
    this.annotations?.content(this.at);
    this.whiteSpace();
    return this.peek() !== end;
  }

  /** Passes a comma and the white space around it. False when the array or object ends instead. */
  private another(end: number): boolean {
    this.whiteSpace();
    const octet = this.peek();
    if (octet === end) return false;
    if (octet !== COMMA) throw this.unexpected();
    this.at++;
    this.whiteSpace();
    return true;
  }

  /** Passes the closing bracket. */
  private leave(): void {
    this.annotations?.tail(this.at);
    this.at++;
    this.annotations?.end(this.at);
    this.depth--;
  }
}
