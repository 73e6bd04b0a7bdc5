// Runs as a link: 'v2.' and the base64url (RFC 4648 §5) of the deflated (RFC 1951) JSON of the tree of scenarios and the cursor.
import { Deflate, Inflate } from 'pako';
import { base64FromBytes, bytesFromBase64 } from '../idl/base64';
import { isJsonObject, type Json, type JsonObject } from '../idl/json';
import { problem } from '../problem/problem';
import { NEWEST_VERSION } from '../scenario/upgrade';
import type { ForkTree } from './fork-tree';
import { treeFromJson, treeToJson, treeWithin } from './linked-tree';

/** What a link leads to. */
export interface LinkedRun {
  readonly tree: ForkTree;
  /** Where the cursor stands in the present run; see trace/moment.ts. */
  readonly position: number;
  /** Which call of a run of many is open, from 0. */
  readonly call?: number;
}

export interface Link {
  /** For the fragment of an address. */
  readonly text: string;
  /** How many runs, the farthest from the present one, have no room in it. */
  readonly leftOut: number;
}

/** Octets of JSON that a link may hold. What inflates to more is not inflated to its end. */
export const MAX_LINK_OCTETS = 256 * 1024;
/** Characters of a link: what that many octets need when they cannot be compressed at all. */
const MAX_LINK_LENGTH = Math.ceil(MAX_LINK_OCTETS * 1.4);

/** Throws `link.unshareable` when the present run alone is too large for a link. */
export async function encodeLink({ tree, position, call }: LinkedRun): Promise<Link> {
  const linked = treeWithin(tree, MAX_LINK_OCTETS);
  const octets = new TextEncoder().encode(JSON.stringify({ ...treeToJson(linked ?? tree), position, call }));
  if (!linked) throw problem('link.unshareable', { size: octets.length, limit: MAX_LINK_OCTETS });
  const base64 = base64FromBytes(deflate(octets));
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return { text: `v${NEWEST_VERSION}.${base64url}`, leftOut: tree.forks.size - linked.forks.size };
}

/**
 * The runs that a link leads to. Whatever the text is, this resolves or rejects with a ProblemError, in bounded time and memory.
 * The scenarios are well-formed, yet their simulation may refuse them.
 */
export async function decodeLink(text: string): Promise<LinkedRun> {
  const match = text.length <= MAX_LINK_LENGTH ? /^v(\d{1,4})\.([\w-]+)$/.exec(text) : undefined;
  if (!match) throw problem('link.damaged');
  const [, version, base64url] = match;
  if (Number(version) > NEWEST_VERSION) throw problem('link.too-new', { version, newest: NEWEST_VERSION });
  const json = parseJson(inflate(octetsOf(base64url)));
  return { tree: treeFromJson(json), position: positionOf(json.position), call: callOf(json.call) };
}

function octetsOf(base64url: string): Uint8Array {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  const octets = bytesFromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='));
  if (!octets) throw problem('link.damaged');
  return octets;
}

function deflate(octets: Uint8Array): Uint8Array {
  const deflator = new Deflate({ raw: true, level: 9 });
  deflator.push(octets, true);
  return deflator.result;
}

/** Inflates piece by piece and stops at the limit. */
function inflate(octets: Uint8Array): Uint8Array {
  const inflator = new Inflate({ raw: true, chunkSize: 16_384 });
  const keep = inflator.onData.bind(inflator);
  let length = 0;
  inflator.onData = chunk => {
    length += chunk.byteLength;
    if (length > MAX_LINK_OCTETS) throw problem('link.too-large', { limit: MAX_LINK_OCTETS });
    keep(chunk);
  };
  // Without Z_FINISH: with it, pako would drop the output that does not fit its chunk once the input is used up.
  inflator.push(octets, false);
  // A stream that is cut off gives no error of its own: it just never ends.
  if (inflator.err || !(inflator.result instanceof Uint8Array)) throw problem('link.damaged');
  return inflator.result;
}

function parseJson(octets: Uint8Array): JsonObject {
  try {
    const json: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
    if (isJsonObject(json)) return json;
  } catch {
    // Neither UTF-8 nor JSON: damaged, as what follows.
  }
  throw problem('link.damaged');
}

function positionOf(json: Json | undefined): number {
  return typeof json === 'number' && json >= 0 ? json : 0;
}

function callOf(json: Json | undefined): number | undefined {
  return Number.isSafeInteger(json) && (json as number) >= 0 ? (json as number) : undefined;
}
