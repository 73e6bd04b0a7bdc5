// On which lines a .proto file declares what. protobufjs' parser does not tell, so its tokens are gone through once more.
import protobuf from 'protobufjs';

const DECLARING: ReadonlySet<string> = new Set(['message', 'enum', 'service', 'rpc', 'oneof', 'extend']);
const NAME = /^[\w.]+$/;

/** The line of a declaration by its path without the package: `Order.Item.price`. Of a oneof the members are those of its message. */
export interface Places {
  lineOf(path: string): number;
  /** Of `option NAME` and of `import "NAME"`. */
  lineOfStatement(keyword: 'option' | 'import' | 'syntax' | 'package', name: string): number;
}

export function placesOf(text: string): Places {
  const declared = new Map<string, number>();
  const statements = new Map<string, number>();
  const path: (string | undefined)[] = [];
  let opened: string | undefined;
  let before = '';
  const keep = (lines: Map<string, number>, name: string, line: number) => lines.has(name) || lines.set(name, line);
  const within = (name: string) => [...path.filter(part => part !== undefined), name].join('.');
  for (const { token, line } of tokensOf(text)) {
    if (token === '{') {
      path.push(opened);
      opened = undefined;
    } else if (token === '}') path.pop();
    else if (token === ';') opened = undefined;
    else if (token === '=') keep(declared, within(before), line);
    else if (DECLARING.has(before) && NAME.test(token)) {
      keep(declared, within(token), line);
      opened = before === 'oneof' || before === 'extend' ? undefined : token;
    }
    if (path.length === 0 && token !== '(') keep(statements, `${before} ${token}`, line);
    if (token !== '(') before = token;
  }
  return {
    lineOf: name => declared.get(name) ?? 1,
    lineOfStatement: (keyword, name) => statements.get(`${keyword} ${name}`) ?? 1,
  };
}

/** The tokens of a text that has been parsed; a text in quotation marks is one, without the marks. */
function* tokensOf(text: string): Generator<{ token: string; line: number }> {
  const tokenizer = protobuf.tokenize(text, false);
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    const isQuote = token === '"' || token === "'";
    yield { token: isQuote ? (tokenizer.next() ?? '') : token, line: tokenizer.line };
    if (isQuote) tokenizer.next();
  }
}
