// Scenarios from outside, from files and links: checked member by member before anything is done with them.

import * as v from 'valibot';
import type { Behaviour } from '../idl/behaviour';
import { MAX_TEXT } from '../idl/extent';
import { isJsonObject, type Json } from '../idl/json';
import { MAX_VALUE_DEPTH, placeOf } from '../idl/place';
import { type Problem, ProblemError, problem } from '../problem/problem';
import { CANONICAL } from './canonical';
import { faults, impairments, load, policy, tcp } from './failure-schema';
import { isHostAddress, isUtcTime, PATIENCE_LIMITS, POOL_LIMITS, SERVICE_TIME_LIMITS } from './rules';
import type { Scenario, ScenarioBatch, ScenarioCall } from './scenario';
import { NEWEST_VERSION, upgradeScenario } from './upgrade';
import { wholeNumber } from './whole-number';

/** Characters of a scenario's file. Room for a message of 1 MB with all its escapes. */
const MAX_FILE_LENGTH = 8_000_000;

const MAX_CALLS = 100;
const MAX_BATCH = 50;
const MAX_METADATA = 50;
const MAX_FUNCTIONS = 200;
const MAX_PROBLEMS = 20;
const UINT32_MAX = 2 ** 32 - 1;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const shortText = v.pipe(v.string(), v.maxLength(10_000));
const json = v.custom<Json>(input => withinDepth(input, MAX_VALUE_DEPTH), 'depth');
const args: v.GenericSchema<unknown, ScenarioCall['args']> = v.pipe(
  v.custom<ScenarioCall['args']>(input => typeof input === 'object' && input !== null),
  v.check(input => withinDepth(input, MAX_VALUE_DEPTH), 'depth'),
);
const metadata = v.pipe(v.array(v.strictObject({ name, value: shortText })), v.maxLength(MAX_METADATA));
const patience = wholeNumber(...PATIENCE_LIMITS);
const call: v.GenericSchema<unknown, ScenarioCall> = v.strictObject({
  method: name,
  args: v.optional(args, []),
  oneway: v.optional(v.boolean()),
  metadata: v.optional(metadata),
  deadline: v.optional(patience),
  cancelAfter: v.optional(patience),
});
const batch: v.GenericSchema<unknown, ScenarioBatch> = v.strictObject({
  batch: v.pipe(v.array(call), v.minLength(1), v.maxLength(MAX_BATCH)),
});
const callOrBatch = v.lazy(input =>
  isJsonObject(input as Json) && Object.hasOwn(input as object, 'batch') ? batch : call,
);

const takes = v.optional(wholeNumber(...SERVICE_TIME_LIMITS));
const behaviour: v.GenericSchema<unknown, Behaviour> = v.variant('does', [
  ...(['add', 'echo', 'divide', 'length', 'measure', 'count-up', 'receipt'] as const).map(does =>
    v.strictObject({ does: v.literal(does), takes }),
  ),
  v.strictObject({ does: v.literal('return'), value: json, takes }),
  v.strictObject({
    does: v.literal('throw'),
    message: shortText,
    code: v.optional(wholeNumber(-(2 ** 31), 2 ** 31 - 1)),
    exception: v.optional(name),
    data: v.optional(json),
    metadata: v.optional(metadata),
    takes,
  }),
  v.strictObject({ does: v.literal('raise'), exception: name, value: json, takes }),
]);

const host = ({ address, port }: Scenario['hosts']['client']) =>
  v.optional(
    v.strictObject({
      address: v.optional(v.pipe(v.string(), v.check(isHostAddress, 'address')), address),
      port: v.optional(wholeNumber(1, 65_535), port),
    }),
    {},
  );

const scenario: v.GenericSchema<unknown, Scenario> = v.strictObject({
  version: v.optional(v.literal(NEWEST_VERSION), NEWEST_VERSION),
  interface: v.optional(v.pipe(v.string(), v.maxLength(MAX_TEXT)), CANONICAL.interface),
  server: v.optional(v.pipe(v.record(name, behaviour), v.maxEntries(MAX_FUNCTIONS)), CANONICAL.server),
  calls: v.optional(v.pipe(v.array(callOrBatch), v.minLength(1), v.maxLength(MAX_CALLS)), [...CANONICAL.calls]),
  protocol: v.optional(v.pipe(v.string(), v.maxLength(40)), CANONICAL.protocol),
  options: v.optional(
    v.pipe(v.record(name, v.union([v.pipe(v.string(), v.maxLength(100)), v.boolean()])), v.maxEntries(50)),
    {},
  ),
  network: v.optional(
    v.strictObject({
      latency: v.optional(wholeNumber(0, 10_000_000), CANONICAL.network.latency),
      bandwidth: v.optional(wholeNumber(1000, 1e11), CANONICAL.network.bandwidth),
      // RFC 791 §3.2: every internet module must be able to forward a datagram of 68 octets. Linux' loopback has 65536.
      mtu: v.optional(wholeNumber(68, 65_536), CANONICAL.network.mtu),
    }),
    {},
  ),
  impairments,
  faults,
  tcp,
  policy,
  load,
  hosts: v.optional(v.strictObject({ client: host(CANONICAL.hosts.client), server: host(CANONICAL.hosts.server) }), {}),
  connection: v.optional(
    v.strictObject({
      reuse: v.optional(v.boolean(), CANONICAL.connection.reuse),
      pool: v.optional(wholeNumber(...POOL_LIMITS)),
      closeAtEnd: v.optional(v.boolean(), CANONICAL.connection.closeAtEnd),
    }),
    {},
  ),
  startedAt: v.optional(v.pipe(v.string(), v.check(isUtcTime)), CANONICAL.startedAt),
  seed: v.optional(wholeNumber(0, UINT32_MAX), CANONICAL.seed),
});

/**
 * The scenario that `input` (what JSON.parse returned) stands for, or everything that is wrong with it, each with its path. A member that
 * is missing is as in the canonical demo, so that a file can be short. Whether the scenario can run, its simulation tells.
 */
export function validateScenario(input: Json): Scenario | readonly Problem[] {
  if (!isJsonObject(input)) return [wrong([], '{…}', JSON.stringify(input).slice(0, 40))];
  try {
    const result = v.safeParse(scenario, upgradeScenario(input));
    return result.success ? result.output : result.issues.slice(0, MAX_PROBLEMS).map(problemOf);
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
}

/** Whether {@link validateScenario} has found problems. */
export function isScenario(result: Scenario | readonly Problem[]): result is Scenario {
  return !Array.isArray(result);
}

/** The scenario in the text of a file. Throws the first problem. */
export function readScenario(text: string): Scenario {
  if (text.length > MAX_FILE_LENGTH) throw problem('scenario.too-large', { size: text.length, limit: MAX_FILE_LENGTH });
  const result = validateScenario(parseJson(text));
  if (isScenario(result)) return result;
  throw new ProblemError(result[0]);
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem('scenario.not-json', { reason: (error as SyntaxError).message });
  }
}

function withinDepth(input: unknown, depth: number): boolean {
  if (typeof input !== 'object' || input === null) return true;
  return depth > 0 && Object.values(input).every(item => withinDepth(item, depth - 1));
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = issue.path?.map(item => item.key as string | number) ?? [];
  const place = placeOf(path).text;
  const limit = String(issue.requirement);
  const about = (code: Problem['code'], params: Problem['params']): Problem => ({
    code,
    params: { place, ...params },
    at: { path },
  });
  switch (issue.type) {
    case 'strict_object':
      if (issue.expected === 'never') return about('scenario.unknown-member', {});
      if (issue.received === 'undefined') return about('scenario.missing-member', {});
      break;
    case 'min_value':
      return about('scenario.too-small', { value: issue.received, limit });
    case 'max_value':
      return about('scenario.too-great', { value: issue.received, limit });
    case 'min_length':
      return about('scenario.empty', {});
    case 'max_length':
    case 'max_entries':
      return about('scenario.too-many', { count: issue.received, limit });
  }
  if (issue.message === 'depth') return about('scenario.too-deep', { limit: MAX_VALUE_DEPTH });
  if (issue.message === 'address') return wrong(path, '192.0.2.7', issue.received);
  return wrong(path, EXPECTATIONS[issue.type] ?? issue.expected ?? issue.message, issue.received);
}

/** What valibot does not say itself, by the type of its issue. */
const EXPECTATIONS: Readonly<Record<string, string>> = {
  integer: '1, 2, 3 …',
  custom: '[…] / {…}',
  check: '2024-02-29T12:34:56Z',
  union: 'string | boolean',
};

function wrong(path: readonly (string | number)[], expected: string, received: string): Problem {
  return {
    code: 'scenario.wrong',
    params: { place: placeOf(path).text || 'scenario', received, expected },
    at: { path },
  };
}
