// Every frame of the captured gRPC connections: explained to the last octet, and written again as it was by the library that wrote it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStreams } from '../../../test/captures/streams';
import { ByteWriter } from '../bytes/byte-writer';
import { tilingFault } from '../bytes/tiling';
import { type DynamicTable, EMPTY_TABLE } from '../hpack/dynamic-table';
import { C_CORE_CLOSE, cCorePolicy, NGHTTP2 } from '../hpack/policies';
import { writeHeaderBlock } from '../hpack/write-header-block';
import { FrameReader, type Received } from './frame-reader';
import { framePdu } from './header-frames';
import { SETTINGS_MAX_FRAME_SIZE } from './settings';

const folder = new URL('../../../test/captures/grpc/', import.meta.url).pathname;
const names = readdirSync(folder)
  .filter(file => file.endsWith('.pcap'))
  .map(file => file.replace('.pcap', ''));

describe.each(names)('the capture %s', name => {
  const record = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'));
  const directions = readStreams('grpc', name).flatMap(({ c2s, s2c }) => [
    { sender: 'client' as const, octets: c2s, limit: frameSizeIn(s2c, 'server') },
    { sender: 'server' as const, octets: s2c, limit: frameSizeIn(c2s, 'client') },
  ]);

  it.each(directions)('has every octet of its $sender in a field, and no fault', ({ sender, octets, limit }) => {
    const received = receive(octets, sender, limit);
    expect(received.filter(({ kind }) => kind === 'broken')).toEqual([]);
    expect(received.reduce((sum, { pdu }) => sum + pdu.bytes.length, 0)).toBe(octets.length);
    for (const { pdu } of received) expect(tilingFault(pdu.annotations, pdu.bytes.length)).toBeUndefined();
  });

  it.each(directions)('is written again as it was: its $sender’s frames', ({ sender, octets, limit }) => {
    for (const item of receive(octets, sender, limit))
      if (item.kind === 'frame') expect(framePdu(item.frame).bytes).toEqual(item.pdu.bytes);
  });

  it.each(directions)('is compressed again as it was: its $sender’s header fields', ({ sender, octets, limit }) => {
    const isCore = record[sender].implementation.includes('C-core');
    let table: DynamicTable = EMPTY_TABLE;
    for (const item of receive(octets, sender, limit)) {
      if (item.kind !== 'frame' || !item.fields || !('fragment' in item.frame)) continue;
      const isClose = item.fields[0].representation === 'without';
      const policy = isCore ? (isClose ? C_CORE_CLOSE : cCorePolicy(true)) : NGHTTP2;
      const writer = new ByteWriter(false);
      table = writeHeaderBlock(writer, item.fields, table, policy);
      expect(writer.finish()).toEqual(item.frame.fragment);
      expect(table).toEqual(item.table);
    }
  });
});

function receive(octets: Uint8Array, sender: 'client' | 'server', maxFrameSize: number): Received[] {
  const reader = new FrameReader(sender);
  reader.maxFrameSize = maxFrameSize;
  return [...reader.push(octets), ...reader.end()];
}

/** The largest frame that the sender of `octets` allows the other side. */
function frameSizeIn(octets: Uint8Array, sender: 'client' | 'server'): number {
  const settings = receive(octets, sender, 2 ** 24 - 1).flatMap(item =>
    item.kind === 'frame' && item.frame.type === 'SETTINGS' ? item.frame.settings : [],
  );
  return new Map(settings).get(SETTINGS_MAX_FRAME_SIZE) ?? 16384;
}
