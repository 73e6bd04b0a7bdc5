// Texts as words of programs: for the shell, and for Python.

/** One word of a POSIX shell (XCU §2.2.2): nothing inside single quotes has a meaning but the single quote. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Octets as a literal of Python's type bytes. */
export function pythonBytes(octets: Uint8Array): string {
  return `b'${Array.from(octets, escapedOctet).join('')}'`;
}

/** Text as a literal of Python's type str. */
export function pythonText(text: string): string {
  return `'${Array.from(text, escapedCharacter).join('')}'`;
}

function escapedCharacter(character: string): string {
  return character < '\x80' ? escapedOctet(character.charCodeAt(0)) : character;
}

function escapedOctet(octet: number): string {
  if (octet === 0x0a) return '\\n';
  if (octet === 0x0d) return '\\r';
  if (octet === 0x09) return '\\t';
  if (octet === 0x27 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`;
  if (octet >= 0x20 && octet < 0x7f) return String.fromCharCode(octet);
  return `\\x${octet.toString(16).padStart(2, '0')}`;
}
