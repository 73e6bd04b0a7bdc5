import { expect, it } from 'vitest';
import { CANONICAL } from '../../scenario/canonical';
import type { Scenario } from '../../scenario/scenario';
import { simulate } from '../../simulation/simulate';
import { partingOf } from '../../trace/parting';
import type { Trace } from '../../trace/trace';
import { partingSentence } from './parting-sentence';

const first = simulate(CANONICAL);
const sentence = (run: Trace, other: Trace, locale: 'en' | 'zh-CN' = 'en') =>
  partingSentence(run, other, partingOf(run, other), 'First run', locale);
const said = (change: Partial<Scenario>, locale: 'en' | 'zh-CN' = 'en') =>
  sentence(simulate({ ...CANONICAL, ...change }), first, locale);
const timeout = (ms: number): Partial<Scenario> => ({ policy: { ...CANONICAL.policy, timeout: ms } });

it('tells what becomes of the same packet in both runs', () => {
  const drop = [{ does: 'drop', packet: { connection: 0, direction: 's2c', nth: 1 } }] as const;
  const dropped = simulate({ ...CANONICAL, faults: drop });
  expect(sentence(dropped, first)).toBe(
    'The same as “First run” until 70.1 ms; then ACK to the client is lost; there it arrives at 80.1 ms.',
  );
  expect(sentence(first, dropped)).toBe(
    'The same as “First run” until 70.1 ms; then ACK to the client arrives; there it is lost.',
  );
  expect(sentence(dropped, first, 'zh-CN')).toBe(
    '70.1 ms 之前与“First run”相同，之后发往客户端的 ACK 丢失，而在那次运行中于 80.1 ms 到达。',
  );
});

it('tells what happens in one run only, and until when both are the same', () => {
  const crash = [{ does: 'crash', when: { execution: 0, phase: 'before' } }] as const;
  const crashed = simulate({ ...CANONICAL, faults: crash });
  expect(sentence(crashed, first)).toBe(
    'The same as “First run” until 60.2 ms; then the server crashes, which does not happen there.',
  );
  expect(sentence(first, crashed, 'zh-CN')).toBe(
    '60.2 ms 之前与“First run”相同，之后那次运行中服务端崩溃，这里则不会。',
  );
  expect(said(timeout(30))).toBe(
    'The same as “First run” until 30.0 ms; then the time for an attempt runs out, which does not happen there.',
  );
});

it('says that a setting plays no part', () => {
  expect(said(timeout(500))).toBe(
    'The same as “First run” to the last event: what is set otherwise plays no part in this run.',
  );
});

it('tells that a message is another one, not that it takes longer to write', () => {
  expect(said({ protocol: 'json-rpc' })).toMatch(/then the request is written, with other content\.$/);
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
});

it('is said in Chinese', () => {
  expect(said({ network: { ...CANONICAL.network, latency: 75_000 } }, 'zh-CN')).toBe(
    '20.1 ms 之前与“First run”相同，之后发往服务端的 SYN 到达的时刻是 75.1 ms，而不是 20.1 ms。',
  );
});
