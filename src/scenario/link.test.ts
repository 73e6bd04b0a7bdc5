import { fc, test } from '@fast-check/vitest';
import { deflateRaw } from 'pako';
import { describe, expect, it } from 'vitest';
import { base64FromBytes } from '../idl/base64';
import { ProblemError } from '../problem/problem';
import { CANONICAL } from './canonical';
import { decodeLink, encodeLink, MAX_LINK_OCTETS } from './link';
import { presets } from './presets';
import type { Scenario } from './scenario';

/** A link that holds these octets, well deflated. */
function linkOf(octets: Uint8Array): string {
  return `v1.${base64FromBytes(deflateRaw(octets)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

function linkOfJson(json: unknown): string {
  return linkOf(new TextEncoder().encode(JSON.stringify(json)));
}

async function problemOf(link: string): Promise<string> {
  try {
    await decodeLink(link);
    return 'none';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    calls: fc.array(
      fc.record({
        method: fc.string({ minLength: 1, maxLength: 20 }),
        args: fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    interface: fc.string({ unit: 'binary' }),
    network: fc.record({
      latency: fc.nat(10_000_000),
      bandwidth: fc.integer({ min: 1000, max: 1e9 }),
      mtu: fc.integer({ min: 68, max: 65_535 }),
    }),
    seed: fc.nat(2 ** 32 - 1),
  })
  .map(changes => JSON.parse(JSON.stringify({ ...CANONICAL, ...changes })));

describe('a link', () => {
  test.prop([arbitraryScenario, fc.double({ min: 0, max: 1e6, noNaN: true })])(
    'leads back to the same run',
    async (scenario, position) => {
      expect(await decodeLink(await encodeLink({ scenario, position }))).toEqual({ scenario, position: position + 0 });
    },
  );

  it.each(presets)('holds the preset $id', async ({ scenario }) => {
    const link = await encodeLink({ scenario, position: 3.25 });
    expect(link).toMatch(/^v2\.[\w-]+$/);
    expect(await decodeLink(link)).toEqual({ scenario, position: 3.25 });
  });

  it('is short for the canonical demo', async () => {
    expect((await encodeLink({ scenario: CANONICAL, position: 0 })).length).toBeLessThan(600);
  });

  it('is refused for a run that is too large', async () => {
    const scenario = { ...CANONICAL, interface: 'x'.repeat(MAX_LINK_OCTETS) };
    await expect(encodeLink({ scenario, position: 0 })).rejects.toThrow('link.unshareable');
  });
});

describe('a link of version 1', () => {
  // Written by Callscope before it knew of faults.
  const link =
    'v1.fVFNT8MwDP0ryCeQ0ipN23XrbQf-ASdgQlnisYouqRKXgar-d5xuAiQkcnBs573nj0wQDTodOg_tBO8YYucdtIWAzhGGgzYILRxG96KtvdXtDafFzX657xb77EBAxMDcJHGFJtd6jExO0TwLMLrvOX6a4IR09PZHlwV0eE1vSpS7WfyHyBqhiqqp1mVdNbt5J2AInrzxPaM_Tn0WBsNoPxAPwoSJKzuksw9vqadeEzrzCa2SfATstbPnztKRZ5bXI-BEI8e1lEw--khJB0zfoaPkcUMBY5qtaFReNEVesV1x2cEHRtRJav69lb-MOt_U34S1XMtlRd45NLR8wQQBx8jbpzAiP_U-4pbunb1kkjzpQGi3LABKqiqTKlObh0K1ZdXWq8flX5DxxZwKxe4iXOaqnr8A';

  it('still leads to its run, in which nothing goes wrong', async () => {
    const { scenario } = presets.find(({ id }) => id === 'xml-rpc-keep-alive')!;
    expect(await decodeLink(link)).toEqual({ scenario, position: 3.25 });
  });
});

describe('a damaged or hostile link', () => {
  it.each([
    ['', 'link.damaged'],
    ['hello', 'link.damaged'],
    ['v1.', 'link.damaged'],
    ['v1.AAAAA', 'link.damaged'],
    ['v1.<script>', 'link.damaged'],
    ['v3.AAAA', 'link.too-new'],
    [linkOf(Uint8Array.of(0xff, 0xfe)), 'link.damaged'],
    [linkOfJson([1]), 'link.damaged'],
    [linkOfJson({}), 'scenario.wrong'],
    [linkOfJson({ scenario: { foo: 1 }, position: 0 }), 'scenario.unknown-member'],
    [linkOfJson({ scenario: { version: 9 }, position: 0 }), 'scenario.too-new'],
    [`v1.${'A'.repeat(1_000_000)}`, 'link.damaged'],
  ])('%.40s: %s', async (link, code) => {
    expect(await problemOf(link)).toBe(code);
  });

  it('that is cut off says so', async () => {
    const link = await encodeLink({ scenario: CANONICAL, position: 0 });
    for (const length of [link.length - 1, link.length - 4, 100, 20])
      expect(await problemOf(link.slice(0, length))).toBe('link.damaged');
  });

  it('that is a bomb is stopped at the limit', async () => {
    const bomb = linkOf(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(bomb)).toBe('link.too-large');
  });

  it('with a position that is none begins at the beginning', async () => {
    for (const position of [-1, 'x', null])
      expect((await decodeLink(linkOfJson({ scenario: {}, position }))).position).toBe(0);
  });

  test.prop([
    fc.oneof(
      fc.string(),
      fc.base64String().map(text => `v1.${text.replace(/[+/=]/g, '-')}`),
      fc.uint8Array().map(linkOf),
    ),
  ])('never does anything but say so', async link => {
    await problemOf(link);
  });

  test.prop([fc.nat(400), fc.constantFrom(...'AZaz09-_')])(
    'with one letter changed is read or refused',
    async (at, letter) => {
      const link = await encodeLink({ scenario: CANONICAL, position: 0 });
      await problemOf(link.slice(0, at) + letter + link.slice(at + 1));
    },
  );
});
