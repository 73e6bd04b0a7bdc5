import { describe, expect, it } from 'vitest';
import { USUAL_RETRY } from '../../scenario/policy';
import { isRetried, pauseBefore, RetryBudget } from './retry';

const HALF = () => 2 ** 31;

describe('the pauses between attempts', () => {
  it('grow by a factor up to their limit', () => {
    const retry = { ...USUAL_RETRY, jitter: 'none', backoff: 100, factor: 3, maxBackoff: 1000 } as const;
    expect([1, 2, 3, 4].map(number => pauseBefore(retry, number, HALF))).toEqual([
      100_000, 300_000, 900_000, 1_000_000,
    ]);
  });

  it('are drawn from zero to their length with full jitter', () => {
    const retry = { ...USUAL_RETRY, jitter: 'full', backoff: 100, factor: 2 } as const;
    expect(pauseBefore(retry, 1, HALF)).toBe(50_000);
    expect(pauseBefore(retry, 1, () => 0)).toBe(0);
    expect(pauseBefore(retry, 2, () => 2 ** 32 - 1)).toBe(200_000);
  });
});

describe('a failed attempt', () => {
  it('is repeated as long as there are attempts left', () => {
    const retry = { ...USUAL_RETRY, attempts: 3 };
    expect([0, 1, 2].map(number => isRetried(retry, { number, mayBeExecuted: true }))).toEqual([true, true, false]);
  });

  it('is repeated only when nothing of it has gone out, if the policy says so', () => {
    const retry = { ...USUAL_RETRY, evenIfExecuted: false };
    expect(isRetried(retry, { number: 0, mayBeExecuted: true })).toBe(false);
    expect(isRetried(retry, { number: 0, mayBeExecuted: false })).toBe(true);
  });
});

describe('a budget of retries', () => {
  const spendable = (budget: RetryBudget) => {
    let spent = 0;
    while (spent < 100 && budget.spend()) spent++;
    return spent;
  };

  it('has ten in reserve, and its share of the calls made', () => {
    const budget = new RetryBudget(0.2);
    for (let call = 0; call < 50; call++) budget.callMade();
    expect(spendable(budget)).toBe(20);
  });

  it('has no limit when none is set', () => {
    expect(spendable(new RetryBudget(undefined))).toBe(100);
  });
});
