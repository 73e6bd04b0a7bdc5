// The conformance suite of Protocol Buffers: octets that must be refused, and octets that must be read and come out again as the reference has them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileRegistry, type DescMessage, fromBinary, fromJsonString, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { ProblemError } from '../../src/problem/problem';
import { ByteReader } from '../../src/wire/bytes/byte-reader';
import { ByteWriter } from '../../src/wire/bytes/byte-writer';
import { hexText } from '../../src/wire/bytes/field-value';
import { readMessage } from '../../src/wire/protobuf/read-message';
import { writeMessage } from '../../src/wire/protobuf/write-message';
import { messageTypeOf } from '../../test/protobuf/message-type-of';
import type { Report } from './report';

/** A line of `vectors.jsonl`; octets are hexadecimal. */
interface Case {
  readonly name: string;
  readonly messageType: string;
  readonly payload: string;
  readonly want: 'PROTOBUF' | 'JSON';
  readonly expect: 'ok' | 'parseError';
  /** What @bufbuild/protobuf gives: octets or JSON, as wanted. */
  readonly reference?: string;
}

/** Runs the cases in folder `folder`: `vectors.jsonl`, and `fds.binpb` with the descriptors of their types. */
export function protobufConformance(folder: string): Report {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(join(folder, 'fds.binpb'))));
  const cases = readFileSync(join(folder, 'vectors.jsonl'), 'utf8').trim().split('\n');
  const failures = cases.flatMap(line => {
    const each = JSON.parse(line) as Case;
    const desc = registry.getMessage(each.messageType);
    const got = desc ? outcome(each, desc) : 'unknown message type';
    const wanted = desc && each.expect === 'ok' ? referenceOctets(each, desc) : each.expect;
    return got === wanted ? [] : [`${each.name}: ${got} instead of ${wanted}`];
  });
  return { cases: cases.length, failures };
}

function outcome({ payload }: Case, desc: DescMessage): string {
  const type = messageTypeOf(desc);
  try {
    const message = readMessage(new ByteReader(Buffer.from(payload, 'hex')), type);
    const writer = new ByteWriter();
    writeMessage(writer, type, message, { omitDefaults: true });
    return hexText(writer.finish());
  } catch (error) {
    if (error instanceof ProblemError) return 'parseError';
    throw error;
  }
}

function referenceOctets({ want, reference = '' }: Case, desc: DescMessage): string {
  return want === 'PROTOBUF' ? reference : hexText(toBinary(desc, fromJsonString(desc, reference)));
}
