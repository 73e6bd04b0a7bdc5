// Reads the JSON text of a message: its value, and the fields of all its octets, those that make no sense included.
import { type Problem, ProblemError } from '../../problem/problem';
import type { ByteReader } from '../../wire/bytes/byte-reader';
import { UNKNOWN } from '../../wire/bytes/field-kind';
import { readJson } from '../../wire/json/json-reader';
import type { JsonValue } from '../../wire/json/json-value';
import type { JsonShape } from '../../wire/json/shape';

/** What a JSON text holds, or why it is none. */
export type TextContent = { readonly value: JsonValue } | { readonly problem: Problem };

/**
 * Reads the JSON text that fills `reader` up to its limit. Where it stops being JSON, the fields that are open end, and the rest is unknown.
 */
export function readText(reader: ByteReader, shape: JsonShape): TextContent {
  try {
    return { value: readJson(reader, shape) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { annotations, at, limit } = reader;
    annotations?.abandon(at);
    if (at < limit) annotations?.leaf(UNKNOWN, at, limit);
    reader.at = limit;
    return { problem: error.problem };
  }
}
