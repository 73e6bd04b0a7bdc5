// Request ids. JSON-RPC 2.0 §4: a string, a number or null, chosen by the client.

/** Makes the next id of a run. */
export type IdSource = () => number | string;

/** 1, 2, 3 … over all connections of a run. */
export function counterIds(): IdSource {
  let last = 0;
  return () => ++last;
}

/** Random UUIDs, jayson's default: version 4 of RFC 9562 §5.4 from four random 32-bit numbers. */
export function uuidIds(random: () => number): IdSource {
  return () => {
    const octets = new Uint8Array(16);
    const view = new DataView(octets.buffer);
    for (let i = 0; i < 16; i += 4) view.setUint32(i, random());
    octets[6] = (octets[6] & 0x0f) | 0x40;
    octets[8] = (octets[8] & 0x3f) | 0x80;
    const hex = Array.from(octets, octet => octet.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
}
