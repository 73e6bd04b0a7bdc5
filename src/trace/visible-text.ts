// Control characters made visible, as programmers write them in strings. Unicode's pictures of them (U+2400) are in too few fonts.

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` with every ASCII control character replaced by its escape: `\r\n`, `\x00`. */
export function visibleText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\x00-\x1f\x7f]/g, control => NAMED[control] ?? hexEscape(control));
}

function hexEscape(control: string): string {
  return `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
