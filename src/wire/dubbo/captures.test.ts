// Every message that was recorded between real Dubbo peers: each octet has a field, and each value is written again as it was.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { ByteReader } from '../bytes/byte-reader';
import { hexText } from '../bytes/field-value';
import { tilingFault } from '../bytes/tiling';
import { HESSIAN_JS } from '../hessian2/flavour';
import { HessianReader } from '../hessian2/hessian-reader';
import type { HessianValue } from '../hessian2/hessian-value';
import { HessianWriter } from '../hessian2/hessian-writer';
import { writeHessian } from '../hessian2/write-value';
import { readDubboHeader, writeDubboHeader } from './header';
import { MessageSplitter } from './message-splitter';

const names = readdirSync(new URL('../../../test/captures/dubbo', import.meta.url))
  .filter(file => file.endsWith('.pcap'))
  .map(file => file.replace('.pcap', ''));

function messagesOf(stream: Uint8Array): Uint8Array[] {
  const splitter = new MessageSplitter();
  const messages = splitter.push(stream);
  expect(splitter.rest.length).toBe(0);
  return messages.map(({ bytes }) => bytes);
}

const messages = names.flatMap(name =>
  readStreams('dubbo', name).flatMap(({ c2s, s2c }) =>
    [...messagesOf(c2s), ...messagesOf(s2c)].map((bytes, i) => [name, i + 1, bytes] as const),
  ),
);

describe('A recorded message', () => {
  test.each(messages)(
    '%s, %i: is read to its last octet, and written again with the same octets and fields',
    (_name, _i, bytes) => {
      const reader = new ByteReader(bytes);
      const { dataLength, ...header } = readDubboHeader(reader);
      const hessian = new HessianReader(reader);
      const values: HessianValue[] = [];
      while (reader.remaining > 0) values.push(hessian.read(values.length));

      const writer = new HessianWriter(HESSIAN_JS);
      const lengthAt = writeDubboHeader(writer, header);
      values.forEach((value, i) => {
        writeHessian(writer, value, i);
      });
      writer.patchUint32(lengthAt, dataLength);
      expect(hexText(writer.finish())).toBe(hexText(bytes));
      expect(writer.annotations!.toColumns()).toEqual(reader.annotations!.toColumns());
      expect(tilingFault(reader.annotations!, bytes.length)).toBeUndefined();
    },
  );

  test('is one of many', () => expect(messages.length).toBeGreaterThan(2 * names.length - 1));
});
