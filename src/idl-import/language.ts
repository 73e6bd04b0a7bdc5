// Which of the two languages a text is in.

/** Protocol Buffers' language, or Apache Thrift's. */
export type IdlLanguage = 'proto' | 'thrift';

/** Words at the beginning of a line, or types of fields, which only one of the languages has. */
const SIGNS: Readonly<Record<IdlLanguage, RegExp>> = {
  proto:
    /^\s*(syntax|edition|package|import|option|message|rpc|extend|oneof|repeated)\b|\b(u?int|sint|s?fixed)(32|64)\b/gm,
  thrift:
    /^\s*(namespace|include|cpp_include|typedef|const|struct|union|exception|service\s+\w+\s+extends|oneway)\b|\b(i8|i16|i32|i64|throws)\b|^\s*-?\d+\s*:/gm,
};

/** The language of a file by its name, or else of its text; undefined when nothing tells. */
export function languageOf(text: string, fileName = ''): IdlLanguage | undefined {
  const extension = /\.(proto|thrift)$/i.exec(fileName)?.[1].toLowerCase();
  if (extension) return extension as IdlLanguage;
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|(\/\/|#).*/g, '');
  const count = (language: IdlLanguage) => withoutComments.match(SIGNS[language])?.length ?? 0;
  const lead = count('proto') - count('thrift');
  return lead > 0 ? 'proto' : lead < 0 ? 'thrift' : undefined;
}
