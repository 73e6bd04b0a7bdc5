// A scenario with an interface from elsewhere, which begins anew.
import { parseInterface } from '../idl/parse';
import { newCall, plainBehaviour } from './edit';
import type { Scenario } from './scenario';

/**
 * The scenario with the interface that `text` declares, which must be right and have a method. The first is called, with the plainest
 * arguments; every function does the plainest thing that its types allow. Everything else stays.
 */
export function withNewInterface(scenario: Scenario, text: string): Scenario {
  const { methods } = parseInterface(text);
  const server = Object.fromEntries(methods.map(method => [method.name, plainBehaviour(method)]));
  return { ...scenario, interface: text, calls: [newCall(methods[0])], server };
}
