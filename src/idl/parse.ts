// The interface language: what client and server agree on, in no protocol's syntax.
import { type Problem, ProblemError } from '../problem/problem';
import { Resolver } from './resolve';
import { parseDeclarations } from './syntax';
import type { ServiceInterface } from './types';

/**
 * Reads an interface:
 *
 *     struct Item { sku: string, qty: int, price?: double }
 *     order(items: list<Item>, stock: map<int>): boolean   # a comment
 *     oneway note(text: string)
 *     system.listMethods(): list<string>
 *
 * and, for protocols that have more to agree on:
 *
 *     service demo.Shop
 *     enum Color { RED = 1, BLUE = 7 }
 *     struct Customer {
 *       name: string = 1
 *       colors: map<Color, uint> = 2
 *       balance: long @zigzag = 5
 *       oneof contact { email: string = 18, phone: long = 19 }
 *     }
 *     exception NotFound { message: string }
 *     find(id: long): Customer throws NotFound
 *     count_to(n: int): stream int
 *
 * Grammar (`NAME` is letters, digits and underscores; blanks and `#` comments may stand anywhere between):
 *
 *     interface = [ "service" dotted [ ";" ] ] { declaration [ ";" ] }
 *     declaration = enum | struct | method
 *     enum = "enum" NAME "{" numbered { [ "," ] numbered } [ "," ] "}"
 *     struct = ( "struct" | "exception" ) NAME "{" { ( member | oneof ) [ "," ] } "}"
 *     oneof = "oneof" NAME "{" { member [ "," ] } "}"      ; one of the members at most is present
 *     method = [ "oneway" ] dotted "(" [ member { "," member } [ "," ] ] ")" [ ":" type ] [ "throws" numbered { "," numbered } ]
 *     member = NAME [ "?" ] ":" type { "@" NAME } [ "=" NUMBER ]     ; `a?: int` means `a: int?`
 *     numbered = NAME [ "=" NUMBER ]
 *     dotted = NAME { "." NAME }
 *     type = ( scalar | "list" "<" type ">" | "set" "<" type ">" | "map" "<" [ type "," ] type ">" | "stream" type | NAME ) [ "?" ]
 *     scalar = "boolean" | "int" | "long" | "double" | "string" | "bytes" | "datetime" | "any" | "void"
 *            | "byte" | "short" | "uint" | "ulong" | "float"
 *
 * - Named types may stand before or after their use, but not contain themselves. `void` is only a result, and the default of it.
 * - The keys of a map are strings, unless a type of keys is given: a boolean, an integer, a string or an enum.
 * - `stream` is a list whose elements go out one by one: the whole of a method's only parameter, or of its result.
 * - Members of enums without a number count on from the one before them, beginning with 0; about other numbers see fieldNumbers().
 * - The attributes are protobuf's: `@zigzag` and `@fixed` for integers and lists of them, `@unpacked` for lists of numbers.
 *
 * Throws the first {@link diagnoseInterface} problem; its `at` are offsets in `text`.
 */
export function parseInterface(text: string): ServiceInterface {
  const { service, problems } = read(text);
  if (problems.length > 0) throw new ProblemError(problems[0]);
  return service;
}

/** Everything that is wrong with an interface's text, in the order of the text. */
export function diagnoseInterface(text: string): readonly Problem[] {
  return read(text).problems;
}

/** What can be made of a text, whole or not: for completion. */
export function readInterface(text: string): ServiceInterface {
  return read(text).service;
}

function read(text: string): { service: ServiceInterface; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const service = new Resolver(parseDeclarations(text, problems), problems).resolve();
  problems.sort((a, b) => (a.at?.offset ?? 0) - (b.at?.offset ?? 0));
  return { service, problems };
}
