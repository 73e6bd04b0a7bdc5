// Reads a .proto file with protobufjs' parser. Only what it parses is used: what it compiles is forbidden by the page's
// Content-Security-Policy.
import protobuf from 'protobufjs';
import { syntaxFault } from '../syntax-fault';

export type ProtoFile = protobuf.IParserResult;

/** The contents of the file and of the files of Google's that it imports. Throws `import.syntax`. */
export function parseProto(text: string): ProtoFile {
  const fault = faultOf(text);
  if (fault !== undefined) throw syntaxFault(text, offsetOf(fault, text), reasonIn(fault));
  const file = parsed(text);
  for (const path of file.imports ?? []) {
    const known = protobuf.common.get(path);
    if (known?.nested) file.root.addJSON(known.nested);
  }
  try {
    file.root.resolveAll();
  } catch {
    // A type is not there. Which fields have it, the draft tells; what else is resolved, is.
  }
  return file;
}

function parsed(text: string): ProtoFile {
  return protobuf.parse(text, { keepCase: true });
}

/** The parser's message without the line; its `null` is the end of the text. */
function reasonIn(fault: string): string {
  return fault
    .replace(/ \(line \d+\)$/, '')
    .replace(/illegal (token|end of input) 'null'/, 'unexpected end of the text');
}

function faultOf(text: string): string | undefined {
  try {
    parsed(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Where the fault is. The parser goes through the text once and tells the line at best, so the shortest beginning with the same fault ends
 * with what is at fault.
 */
function offsetOf(fault: string, text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (faultOf(text.slice(0, middle)) === fault) high = middle;
    else low = middle + 1;
  }
  const beginning = text.slice(0, high);
  const last = /(\w+|\S)\s*$/.exec(beginning);
  return last?.index ?? high;
}
