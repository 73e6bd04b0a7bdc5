// hpack-test-case of http2jp: stories of header lists. Blocks of other encoders must be read; lists must come back through our encoders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../../src/problem/problem';
import { ByteReader } from '../../src/wire/bytes/byte-reader';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { tilingFault } from '../../src/wire/bytes/tiling';
import { EMPTY_TABLE, INITIAL_TABLE_SIZE } from '../../src/wire/hpack/dynamic-table';
import type { HeaderField } from '../../src/wire/hpack/header-field';
import { cCorePolicy, NGHTTP2 } from '../../src/wire/hpack/policies';
import { readHeaderBlock } from '../../src/wire/hpack/read-header-block';
import { writeHeaderBlock } from '../../src/wire/hpack/write-header-block';
import type { Report } from './report';

/** A list, and in the folders of encoders the block that it became. Each of `headers` has one member. */
interface Case {
  readonly wire?: string;
  readonly headers: readonly Readonly<Record<string, string>>[];
  readonly header_table_size?: number;
}

/** The folder of lists that nobody has encoded yet. */
const RAW = 'raw-data';

/** Runs all stories in folder `folder`: one folder for each encoder, one file for each connection. */
export function hpackConformance(folder: string): Report {
  let cases = 0;
  const failures: string[] = [];
  for (const encoder of readdirSync(folder, { withFileTypes: true })) {
    if (!encoder.isDirectory()) continue;
    for (const file of readdirSync(join(folder, encoder.name))) {
      const story = JSON.parse(readFileSync(join(folder, encoder.name, file), 'utf8')) as { cases: Case[] };
      const found = encoder.name === RAW ? encodeStory(story.cases) : decodeStory(story.cases);
      cases += story.cases.length;
      failures.push(...found.map(failure => `${encoder.name}/${file} ${failure}`));
    }
  }
  return { cases, failures };
}

function decodeStory(cases: readonly Case[]): string[] {
  let table = EMPTY_TABLE;
  return cases.flatMap(({ wire = '', headers, header_table_size = INITIAL_TABLE_SIZE }, i) => {
    const octets = new Uint8Array(Buffer.from(wire, 'hex'));
    const reader = new ByteReader(octets);
    try {
      const { fields, table: after } = readHeaderBlock(reader, table, header_table_size);
      table = after;
      const fault = tilingFault(reader.annotations!, octets.length);
      if (fault) return [`#${i}: ${fault}`];
      return listText(fields) === listText(listOf(headers)) ? [] : [`#${i}: ${listText(fields)}`];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return [`#${i}: ${error.message}`];
    }
  });
}

function encodeStory(cases: readonly Case[]): string[] {
  return [NGHTTP2, cCorePolicy(false)].flatMap(policy => {
    let table = EMPTY_TABLE;
    const encoded = cases.map(({ headers }) => {
      const writer = new ByteWriter(false);
      table = writeHeaderBlock(writer, listOf(headers), table, policy);
      return { headers, wire: Buffer.from(writer.finish()).toString('hex') };
    });
    return decodeStory(encoded);
  });
}

function listOf(headers: Case['headers']): HeaderField[] {
  return headers.flatMap(header => Object.entries(header).map(([name, value]) => ({ name, value })));
}

function listText(fields: readonly HeaderField[]): string {
  return fields.map(({ name, value }) => `${name}: ${value}`).join('\n');
}
