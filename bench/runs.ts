// Whole simulated calls: the canonical one, and one of a megabyte; the first time and when the engine is warm.

import { presets } from '../src/scenario/presets';
import type { Scenario } from '../src/scenario/scenario';
import { simulate } from '../src/simulation/simulate';
import type { Comparison, Contender } from './ratio';

const canonical = presets[0].scenario;

/** A call whose message is about one megabyte: as a list of structs, and as one string. */
export const megabyteCalls: Readonly<Record<string, Scenario>> = {
  'one string of 1 MB': {
    ...canonical,
    interface: 'length(text: string): int',
    server: { length: { does: 'length' } },
    calls: [{ method: 'length', args: ['0123456789abcdef'.repeat(62_500)] }],
  },
  '4600 structs, 1 MB': {
    ...canonical,
    interface: 'struct Item { sku: string, qty: int, price: double }\nlength(items: list<Item>): int',
    server: { length: { does: 'length' } },
    calls: [
      {
        method: 'length',
        args: [Array.from({ length: 4600 }, (_, i) => ({ sku: `SKU-${i % 977}`, qty: i % 100, price: i + 0.25 }))],
      },
    ],
  },
};

const lossyCall: Scenario = {
  ...megabyteCalls['one string of 1 MB'],
  impairments: { ...canonical.impairments, loss: 0.01 },
};

/** Milliseconds of the very first simulation of each; call it before anything else has run. */
export function coldRuns(): readonly { readonly name: string; readonly ms: number }[] {
  return contenders().map(({ name, run }) => {
    const start = performance.now();
    run();
    return { name, ms: performance.now() - start };
  });
}

/** The one that loses packets needs all parts of the program to be loaded. */
export const warmRuns: Comparison = {
  title: 'Simulating a whole call, warm',
  rounds: 41,
  contenders: () => [
    ...contenders(),
    { name: 'one string of 1 MB, 1 % loss', run: () => simulate(lossyCall).events.length },
  ],
};

function contenders(): Contender[] {
  return [
    { name: 'canonical call', run: () => simulate(canonical).events.length },
    ...Object.entries(megabyteCalls).map(([name, scenario]) => ({ name, run: () => simulate(scenario).events.length })),
  ];
}
