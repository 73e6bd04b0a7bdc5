// The tag of a virtual LAN, between the addresses and the type of an Ethernet frame. IEEE 802.1Q-2018 §9.6.
import type { ByteReader } from '../bytes/byte-reader';
import { defineFieldKind } from '../bytes/field-kind';

/** The EtherTypes that announce a tag: of a customer, and of a provider. */
export const ETHERTYPES_VLAN: readonly number[] = [0x8100, 0x88a8];

const TCI = defineFieldKind({
  format: 'vlan',
  name: 'tag control information',
  role: 'flags',
  spec: 'IEEE 802.1Q-2018 §9.6',
  reads: 'hex',
  bits: [
    { name: 'PCP', firstBit: 0, bits: 3 },
    { name: 'DEI', firstBit: 3, bits: 1 },
    { name: 'VID', firstBit: 4, bits: 12 },
  ],
});
const TYPE = defineFieldKind({
  format: 'vlan',
  name: 'type',
  role: 'tag',
  spec: 'IEEE 802.1Q-2018 §9.4',
  reads: 'hex',
});

/** Reads what follows a tag's own EtherType. Returns the EtherType of what is behind it. */
export function readVlanTag(reader: ByteReader): number {
  reader.begin(TCI);
  reader.uint16();
  reader.end();
  reader.begin(TYPE);
  const type = reader.uint16();
  reader.end();
  return type;
}
