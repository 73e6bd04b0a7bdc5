// Scenarios of older versions, brought up to date one version at a time.
import type { Json, JsonObject } from '../idl/json';
import { problem } from '../problem/problem';

/** The version of the scenarios that this program writes. */
export const NEWEST_VERSION = 2;

/** Makes a scenario of the next version out of one of the version that it is listed under. */
export type Upgrader = (scenario: JsonObject) => JsonObject;

/** One for each version before the newest. */
const upgraders: Readonly<Record<number, Upgrader>> = {
  // Version 2 has faults, impairments, TCP's settings, the calls' policy and the load; without them, nothing goes wrong.
  1: scenario => scenario,
};

/** A scenario as the newest version writes it. Without a version it is taken for the newest. Throws `scenario.too-new`. */
export function upgradeScenario(scenario: JsonObject): JsonObject {
  return upgradeBy(upgraders, NEWEST_VERSION, scenario);
}

/** {@link upgradeScenario} with the upgraders given. */
export function upgradeBy(steps: Readonly<Record<number, Upgrader>>, newest: number, scenario: JsonObject): JsonObject {
  const version: Json | undefined = scenario.version;
  // What is no version at all is left to validation, which says so.
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return scenario;
  if (version > newest) throw problem('scenario.too-new', { version, newest }, { path: ['version'] });
  let upgraded = scenario;
  for (let from = version; from < newest; from++) upgraded = { ...steps[from](upgraded), version: from + 1 };
  return upgraded;
}

/** Throws when there is not exactly one upgrader for each version before the newest. */
export function requireEveryUpgrader(steps: Readonly<Record<number, Upgrader>>, newest: number): void {
  const wanted = Array.from({ length: newest - 1 }, (_, index) => String(index + 1));
  const found = Object.keys(steps);
  if (wanted.join() !== found.join()) throw new Error(`upgraders for versions ${wanted} are wanted, found ${found}`);
}

requireEveryUpgrader(upgraders, NEWEST_VERSION);
