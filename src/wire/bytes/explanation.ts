// The words that explain a field, found by the format and the name of its kind. They stand beside the formats, in text/{en,zh-CN}.ts.

/**
 * What is said about one kind of field. In `text`, `{value}` stands for the content of the field at hand, `{hex}` for its octets,
 * `{length}` for their number.
 */
export interface Explanation {
  /** The field's name in this language; a specification's own term stays as it is. */
  readonly label: string;
  readonly text: string;
}

/** The explanations of one format, by the names of its field kinds and of their heads, tails, gaps and bits. */
export type FormatTexts = Readonly<Record<string, Explanation>>;

/** Everything that one language explains, by format. */
export type Explanations = Readonly<Record<string, FormatTexts>>;
