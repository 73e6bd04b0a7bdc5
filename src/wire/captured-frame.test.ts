import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { leafAt, leafFields } from './bytes/field-tree';
import { tilingFault } from './bytes/tiling';
import { annotateCapturedFrame } from './captured-frame';
import { annotateFrame } from './frame';
import { LINKTYPE } from './pcapng/capture';
import { readCapture } from './pcapng/read-capture';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
/** An ACK of two octets over IPv4, from 127.0.0.1 port 1 to port 2. */
const TCP = '00010002 00000001 00000001 5010 0200 0000 0000 6869';
const IPV4 = `45000 02a 0000 4000 4006 0000 7f000001 7f000001 ${TCP}`;
const IPV6 = `6000 0000 0016 06 40 ${'00'.repeat(15)}01 ${'00'.repeat(15)}01 ${TCP}`;
const HOP_BY_HOP = `6000 0000 001e 00 40 ${'00'.repeat(15)}01 ${'00'.repeat(15)}01 06 00 010400000000 ${TCP}`;
const MACS = '000000000000 000000000000';

const FRAMES: readonly (readonly [name: string, linkType: number, octets: string])[] = [
  ['Ethernet', LINKTYPE.ETHERNET, `${MACS} 0800 ${IPV4}`],
  ['Ethernet with two VLAN tags', LINKTYPE.ETHERNET, `${MACS} 88a8 0001 8100 2002 0800 ${IPV4}`],
  ['Ethernet with IPv6', LINKTYPE.ETHERNET, `${MACS} 86dd ${IPV6}`],
  ['Linux cooked', LINKTYPE.LINUX_SLL, `0000 0304 0006 0000000000000000 0800 ${IPV4}`],
  ['Linux cooked, version 2', LINKTYPE.LINUX_SLL2, `0800 0000 00000001 0304 00 06 0000000000000000 ${IPV4}`],
  ['BSD loopback', LINKTYPE.NULL, `02000000 ${IPV4}`],
  ['OpenBSD loopback', LINKTYPE.LOOP, `00000018 ${IPV6}`],
  ['raw IP', LINKTYPE.RAW, IPV4],
  ['raw IPv6 with options', LINKTYPE.IPV6, HOP_BY_HOP],
];

describe('a captured frame', () => {
  it.each(FRAMES)('of %s is explained down to the payload', (_, linkType, text) => {
    const bytes = hex(text);
    const annotations = annotateCapturedFrame(bytes, linkType);
    expect(tilingFault(annotations, bytes.length)).toBeUndefined();
    expect(leafFields(annotations).filter(leaf => leaf.kind.role === 'unknown')).toEqual([]);
    expect(leafAt(annotations, bytes.length - 1)?.name).toBe('payload');
  });

  it('of a real capture has the same fields as one of the simulation', () => {
    for (const file of readdirSync('test/captures/xmlrpc').filter(name => name.endsWith('.pcap')))
      for (const { bytes, linkType } of readCapture(readFileSync(`test/captures/xmlrpc/${file}`)).slice(0, 20))
        expect(annotateCapturedFrame(bytes, linkType).toColumns()).toEqual(annotateFrame(bytes).toColumns());
  });

  test.prop([fc.constantFrom(...FRAMES), fc.nat(), fc.uint8Array({ maxLength: 12 })])(
    'is tiled by its fields wherever it is cut off or damaged',
    ([, linkType, text], place, octets) => {
      const bytes = hex(text);
      const cut = bytes.slice(0, place % (bytes.length + 1));
      const damaged = Uint8Array.of(...cut, ...octets, ...bytes.slice(cut.length + octets.length));
      for (const frame of [cut, damaged])
        expect(tilingFault(annotateCapturedFrame(frame, linkType), frame.length)).toBeUndefined();
    },
  );

  it('of a link type that nobody knows is unknown', () => {
    const annotations = annotateCapturedFrame(hex(IPV4), 147);
    expect(leafFields(annotations).map(leaf => leaf.kind.role)).toEqual(['unknown']);
  });
});
