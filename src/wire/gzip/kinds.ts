// The kinds of field of a gzip member. RFC 1952 §2.3.
import { defineFieldKind, type FieldKind, type FieldKindId } from '../bytes/field-kind';

function gzip(name: string, role: FieldKind['role'], spec = '§2.3.1', parts: Partial<FieldKind> = {}): FieldKindId {
  return defineFieldKind({ format: 'gzip', name, role, spec: `RFC 1952 ${spec}`, reads: 'hex', ...parts });
}

export const MEMBER = gzip('member', 'group', '§2.3');
export const ID = gzip('ID1 ID2', 'tag');
export const CM = gzip('CM', 'tag', '§2.3.1', { reads: 'uint' });
export const FLG = gzip('FLG', 'flags', '§2.3.1', {
  bits: [
    { name: 'reserved', firstBit: 0, bits: 3 },
    { name: 'FCOMMENT', firstBit: 3, bits: 1 },
    { name: 'FNAME', firstBit: 4, bits: 1 },
    { name: 'FEXTRA', firstBit: 5, bits: 1 },
    { name: 'FHCRC', firstBit: 6, bits: 1 },
    { name: 'FTEXT', firstBit: 7, bits: 1 },
  ],
});
/** Little-endian, like every number of gzip. */
export const MTIME = gzip('MTIME', 'value');
export const XFL = gzip('XFL', 'flags', '§2.3.1', { reads: 'uint' });
export const OS = gzip('OS', 'identifier', '§2.3.1', { reads: 'uint' });
export const EXTRA = gzip('extra-field', 'value', '§2.3.1.1');
export const FILE_NAME = gzip('file-name', 'name', '§2.3.1', { reads: 'text' });
export const COMMENT = gzip('comment', 'value', '§2.3.1', { reads: 'text' });
export const HEADER_CRC = gzip('CRC16', 'checksum');
export const DEFLATE_DATA = gzip('compressed-blocks', 'value', '§2.3');
export const CRC32 = gzip('CRC32', 'checksum');
export const ISIZE = gzip('ISIZE', 'length');
