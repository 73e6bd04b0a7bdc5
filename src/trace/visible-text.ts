// Control characters made visible: line feeds and their like have signs of their own in Unicode (Control Pictures, U+2400).

/** `text` with every ASCII control character replaced by its picture: `␍␊`. */
export function visibleText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\x00-\x1f\x7f]/g, control =>
    control === '\x7f' ? '␡' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}
