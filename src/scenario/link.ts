// A run as a link: 'v2.' and the base64url (RFC 4648 §5) of the deflated (RFC 1951) JSON of scenario and cursor.
import { Deflate, Inflate } from 'pako';
import { base64FromBytes, bytesFromBase64 } from '../idl/base64';
import { isJsonObject, type Json } from '../idl/json';
import { ProblemError, problem } from '../problem/problem';
import type { Scenario } from './scenario';
import { NEWEST_VERSION } from './upgrade';
import { isScenario, validateScenario } from './validate';

/** What a link leads to. */
export interface LinkedRun {
  readonly scenario: Scenario;
  /** Where the cursor stands in the run; see trace/moment.ts. */
  readonly position: number;
}

/** Octets of JSON that a link may hold. What inflates to more is not inflated to its end. */
export const MAX_LINK_OCTETS = 256 * 1024;
/** Characters of a link: what that many octets need when they cannot be compressed at all. */
const MAX_LINK_LENGTH = Math.ceil(MAX_LINK_OCTETS * 1.4);

/** The text of a link, for the fragment of an address. Throws `link.unshareable` when the run is too large for one. */
export async function encodeLink({ scenario, position }: LinkedRun): Promise<string> {
  const octets = new TextEncoder().encode(JSON.stringify({ scenario, position }));
  if (octets.length > MAX_LINK_OCTETS)
    throw problem('link.unshareable', { size: octets.length, limit: MAX_LINK_OCTETS });
  const base64 = base64FromBytes(deflate(octets));
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `v${NEWEST_VERSION}.${base64url}`;
}

/**
 * The run that a link leads to. Whatever the text is, this resolves or rejects with a ProblemError, in bounded time and memory.
 * The scenario is well-formed, yet its simulation may refuse it.
 */
export async function decodeLink(text: string): Promise<LinkedRun> {
  const match = text.length <= MAX_LINK_LENGTH ? /^v(\d{1,4})\.([\w-]+)$/.exec(text) : undefined;
  if (!match) throw problem('link.damaged');
  const [, version, base64url] = match;
  if (Number(version) > NEWEST_VERSION) throw problem('link.too-new', { version, newest: NEWEST_VERSION });
  const json = parseJson(inflate(octetsOf(base64url)));
  const scenario = validateScenario(json.scenario ?? null);
  if (!isScenario(scenario)) throw new ProblemError(scenario[0]);
  return { scenario, position: positionOf(json.position) };
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

function parseJson(octets: Uint8Array): { readonly [key: string]: Json } {
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
