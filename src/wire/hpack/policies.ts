// How two libraries encode: what their octets show, and their sources say. They are data for writeHeaderBlock.
import { INITIAL_TABLE_SIZE } from './dynamic-table';
import { sizeOf } from './header-field';
import type { EncodingPolicy } from './write-header-block';

/** Names whose values are seldom the same twice. nghttp2, lib/nghttp2_hd.c, hd_deflate_decide_indexing. */
const NGHTTP2_WITHOUT: ReadonlySet<string> = new Set([
  ':path',
  'age',
  'content-length',
  'etag',
  'if-modified-since',
  'if-none-match',
  'location',
  'set-cookie',
]);
/** Cookies shorter than this can be guessed, so they are not compressed. */
const NGHTTP2_SHORT_COOKIE = 20;

/** nghttp2, the HTTP/2 library of Node.js and so of grpc-js. Simplified: its table has the initial size. */
export const NGHTTP2: EncodingPolicy = {
  indexing: (name, value) => {
    if (name === 'authorization' || (name === 'cookie' && value.length < NGHTTP2_SHORT_COOKIE)) return 'never';
    if (NGHTTP2_WITHOUT.has(name) || sizeOf(name, value) > (INITIAL_TABLE_SIZE * 3) / 4) return 'without';
    return 'incremental';
  },
  references: 'fields and names',
  huffman: () => 'when shorter',
};

/** Names that gRPC itself gives a meaning, and whose values C-core expects again. chttp2, hpack_encoder.cc, of version 1.51. */
const C_CORE_INCREMENTAL: ReadonlySet<string> = new Set([
  ':authority',
  ':path',
  ':status',
  'content-type',
  'grpc-accept-encoding',
  'grpc-encoding',
  'grpc-status',
  'grpc-tags-bin',
  'grpc-timeout',
  'grpc-trace-bin',
  'te',
  'user-agent',
]);

/**
 * chttp2, the HTTP/2 of gRPC's C core and so of Python. It compresses nothing but base64: metadata whose names end in -bin, unless the
 * peer takes them as they are (`binaryAsIs`: setting 0xfe03).
 */
export function cCorePolicy(binaryAsIs: boolean): EncodingPolicy {
  return {
    indexing: name => (C_CORE_INCREMENTAL.has(name) ? 'incremental' : 'without'),
    references: 'fields',
    huffman: (name, part) => (part === 'value' && !binaryAsIs && name.endsWith('-bin') ? 'always' : 'never'),
  };
}

/** What the C core writes by hand when it closes a stream in the place of the program: a deadline that has passed, for example. */
export const C_CORE_CLOSE: EncodingPolicy = {
  indexing: () => 'without',
  references: 'none',
  huffman: () => 'never',
};
