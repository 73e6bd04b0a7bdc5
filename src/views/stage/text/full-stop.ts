/** `text` as the end of a sentence: a text that was cut ends with its own dots. */
export function stop(text: string): string {
  return text.endsWith('…') ? text : `${text}.`;
}
