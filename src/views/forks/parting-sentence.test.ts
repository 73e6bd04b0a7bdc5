import { expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import type { Scenario } from '../../scenario/scenario';
import { simulate } from '../../simulation/simulate';
import { firstDifference } from '../../trace/first-difference';
import { partingSentence } from './parting-sentence';
import { texts } from './text';

const first = simulate(CANONICAL);
const said = (change: Partial<Scenario>, locale: 'en' | 'zh-CN' = 'en') => {
  const run = simulate({ ...CANONICAL, ...change });
  return partingSentence(run, first, firstDifference(run, first), 'First run', locale, texts[locale]);
};

it('tells what happens in one run and not in the other', () => {
  const drop = [{ does: 'drop', packet: { connection: 0, direction: 'c2s', nth: 0 } }] as const;
  expect(said({ faults: drop })).toBe(
    'The same as “First run” until 0.1 ms; then SYN to the server is lost, there SYN to the server arrives.',
  );
});

it('tells times in microseconds where they would read alike', () => {
  expect(said({ network: { ...CANONICAL.network, latency: 20_003 } })).toMatch(
    /arrives at 20,\d\d\d µs instead of 20,\d\d\d µs\.$/,
  );
});

it('tells what happens later, and what has other content', () => {
  expect(said({ network: { ...CANONICAL.network, latency: 75_000 } })).toMatch(
    /then SYN to the server arrives at 75\.1 ms instead of 20\.1 ms\.$/,
  );
  expect(said({ calls: [{ method: 'fun_add', args: [2, 7] }] })).toMatch(/the request is written, with other content/);
  expect(said({})).toBe('The same run as “First run”.');
});

it('is said in Chinese', () => {
  expect(said({ network: { ...CANONICAL.network, latency: 75_000 } }, 'zh-CN')).toBe(
    '0.1 ms 之前与“First run”相同，之后发往服务端的 SYN 到达的时刻是 75.1 ms，而不是 20.1 ms。',
  );
});
