import { fc, test } from '@fast-check/vitest';
import { deflateRaw } from 'pako';
import { describe, expect, it } from 'vitest';
import { base64FromBytes } from '../idl/base64';
import { ProblemError } from '../problem/problem';
import { CANONICAL } from '../scenario/canonical';
import { presetById, presets } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { type ForkTree, presentScenario, seed } from './fork-tree';
import { comparedFork, compareWith, edit, fork, remove, walkTo } from './growth';
import { decodeLink, encodeLink, MAX_LINK_OCTETS } from './link';

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

/** The link to a single run. */
const linkTo = async (scenario: Scenario, position = 0) => (await encodeLink({ tree: seed(scenario), position })).text;

/** What a link says of a tree: each scenario and the place of its parent, which is present, and which is compared with it. */
function said(tree: ForkTree) {
  const ids = [...tree.forks.keys()];
  const place = (id: number | undefined) => (id === undefined ? undefined : ids.indexOf(id));
  const forks = [...tree.forks.values()].map(({ scenario, parent }) => ({ scenario, parent: place(parent) }));
  return { forks, present: place(tree.present), compared: place(comparedFork(tree)) };
}

describe('a link', () => {
  test.prop([arbitraryScenario, fc.double({ min: 0, max: 1e6, noNaN: true })])(
    'leads back to the same run',
    async (scenario, position) => {
      const linked = await decodeLink(await linkTo(scenario, position));
      expect(linked).toEqual({ tree: seed(scenario), position: position + 0 });
    },
  );

  it.each(presets)('holds the preset $id', async ({ scenario }) => {
    const link = await linkTo(scenario, 3.25);
    expect(link).toMatch(/^v2\.[\w-]+$/);
    expect(await decodeLink(link)).toEqual({ tree: seed(scenario), position: 3.25 });
  });

  it('tells which call of many is open', async () => {
    const linked = { tree: seed(presetById('thousand-calls')!.scenario), position: 2, call: 416 };
    expect(await decodeLink((await encodeLink(linked)).text)).toEqual(linked);
    for (const call of [-1, 0.5, 'x', null])
      expect((await decodeLink(linkOfJson({ scenario: {}, position: 0, call }))).call).toBeUndefined();
  });

  it('is short for the canonical demo', async () => {
    expect((await linkTo(CANONICAL)).length).toBeLessThan(600);
  });

  it('is refused for a run that is too large', async () => {
    const scenario = { ...CANONICAL, interface: 'x'.repeat(MAX_LINK_OCTETS) };
    await expect(linkTo(scenario)).rejects.toThrow('link.unshareable');
  });
});

const slow = (latency: number, from: Scenario): Scenario => ({ ...from, network: { ...from.network, latency } });
/** `length` characters that cannot be compressed much. */
const wordy = (length: number, from: Scenario, seed = 1): Scenario => {
  const letters = Array.from({ length }, (_, i) => String.fromCharCode(97 + ((i * i * seed) % 26))).join('');
  return { ...from, calls: [{ method: 'fun_add', args: [letters, 3] }] };
};

/** What a learner does with a tree, as numbers. */
const deed = fc.tuple(fc.constantFrom('act', 'edit', 'walk', 'remove', 'compare'), fc.nat(100));

function grown(tree: ForkTree, [what, figure]: [string, number]): ForkTree {
  const some = [...tree.forks.keys()][figure % tree.forks.size];
  if (what === 'act') return fork(tree, slow(figure, presentScenario(tree)));
  if (what === 'edit') return edit(tree, wordy(figure, presentScenario(tree)));
  if (what === 'walk') return walkTo(tree, some);
  return what === 'remove' ? remove(tree, some) : compareWith(tree, some);
}

describe('a link to a tree of runs', () => {
  test.prop([fc.array(deed, { maxLength: 30 }), fc.nat(100)])('leads back to all of them', async (deeds, position) => {
    const tree = deeds.reduce(grown, seed(CANONICAL));
    const link = await encodeLink({ tree, position });
    expect(link.leftOut).toBe(0);
    const linked = await decodeLink(link.text);
    expect([said(linked.tree), linked.position]).toEqual([said(tree), position]);
  });

  it('leads back to the run that the first one is compared with: its fork that was on screen last', async () => {
    const [one, two] = [slow(1, CANONICAL), slow(2, CANONICAL)];
    const both = fork(walkTo(fork(seed(CANONICAL), one), 0), two);
    const tree = walkTo(walkTo(both, 1), 0);
    expect(comparedFork(tree)).toBe(1);
    const { text } = await encodeLink({ tree, position: 0 });
    expect(comparedFork((await decodeLink(text)).tree)).toBe(1);
  });

  it('takes a few characters for a fork, and its runs share what they have in common', async () => {
    const long = wordy(10_000, CANONICAL);
    const tree = fork(fork(seed(long), slow(1, long)), slow(2, long));
    const { text } = await encodeLink({ tree, position: 0 });
    expect(text.length - (await linkTo(long)).length).toBeLessThan(200);
    const [first, second] = (await decodeLink(text)).tree.forks.values();
    expect(second.scenario.calls).toBe(first.scenario.calls);
  });

  it('leaves out what is farthest from the present run where there is no room, and says how much', async () => {
    const size = MAX_LINK_OCTETS / 4;
    let tree = seed(CANONICAL);
    for (const i of [1, 2, 3]) tree = fork(walkTo(tree, 0), wordy(size, CANONICAL, i));
    tree = fork(tree, wordy(size, CANONICAL, 4));
    expect([...tree.forks.keys()]).toEqual([0, 1, 2, 3, 4]);
    const { text, leftOut } = await encodeLink({ tree, position: 0 });
    expect(leftOut).toBe(1);
    const linked = await decodeLink(text);
    expect(said(linked.tree)).toEqual(said(remove(tree, 1)));
  });

  it('holds the present run alone when not even what it was made from has room', async () => {
    let tree = seed(wordy(MAX_LINK_OCTETS - 1000, CANONICAL));
    tree = fork(tree, wordy(5000, CANONICAL, 2));
    const { text, leftOut } = await encodeLink({ tree, position: 0 });
    expect(leftOut).toBe(1);
    expect((await decodeLink(text)).tree).toEqual(seed(presentScenario(tree)));
  });
});

describe('a link of version 1', () => {
  // Written by Callscope before it knew of faults.
  const link =
    'v1.fVFNT8MwDP0ryCeQ0ipN23XrbQf-ASdgQlnisYouqRKXgar-d5xuAiQkcnBs573nj0wQDTodOg_tBO8YYucdtIWAzhGGgzYILRxG96KtvdXtDafFzX657xb77EBAxMDcJHGFJtd6jExO0TwLMLrvOX6a4IR09PZHlwV0eE1vSpS7WfyHyBqhiqqp1mVdNbt5J2AInrzxPaM_Tn0WBsNoPxAPwoSJKzuksw9vqadeEzrzCa2SfATstbPnztKRZ5bXI-BEI8e1lEw--khJB0zfoaPkcUMBY5qtaFReNEVesV1x2cEHRtRJav69lb-MOt_U34S1XMtlRd45NLR8wQQBx8jbpzAiP_U-4pbunb1kkjzpQGi3LABKqiqTKlObh0K1ZdXWq8flX5DxxZwKxe4iXOaqnr8A';

  it('still leads to its run, in which nothing goes wrong', async () => {
    const { scenario } = presets.find(({ id }) => id === 'xml-rpc-keep-alive')!;
    expect(await decodeLink(link)).toEqual({ tree: seed(scenario), position: 3.25 });
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
    [linkOfJson({ scenario: {}, forks: 3 }), 'link.damaged'],
    [linkOfJson({ scenario: {}, forks: [3] }), 'link.damaged'],
    [linkOfJson({ scenario: {}, forks: [{ of: 1, change: {} }] }), 'link.damaged'],
    [linkOfJson({ scenario: {}, forks: [{ of: 0, change: { seed: -1 } }] }), 'scenario.too-small'],
    [linkOfJson({ scenario: {}, forks: Array(200).fill({ of: 0, change: {} }) }), 'link.damaged'],
    [`v1.${'A'.repeat(1_000_000)}`, 'link.damaged'],
  ])('%.40s: %s', async (link, code) => {
    expect(await problemOf(link)).toBe(code);
  });

  it('that is cut off says so', async () => {
    const link = await linkTo(CANONICAL);
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
      const link = await linkTo(CANONICAL);
      await problemOf(link.slice(0, at) + letter + link.slice(at + 1));
    },
  );
});
