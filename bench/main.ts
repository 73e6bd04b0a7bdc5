// npm run bench: medians of ratios, measured side by side in one run, in Node and in Chromium; and what a visitor waits for in the built app.
// Usage: tsx bench/main.ts [node] [chromium] [app] [lighthouse] [WORD…]     no part named: all. Words choose among the comparisons of Node and
// Chromium: `chromium protocol "1 MB"`. Absolute times are indicative; ratios below 15 % apart mean nothing.
import { createRequire } from 'node:module';
import hessianJs from 'hessian.js';
import hpackJs from 'hpack.js';
import { loadAllParts } from '../src/parts/part';
import { appFigures, type Figure } from './app';
import { coreInChromium } from './chromium';
import { textComparisons } from './codecs';
import { forkFigures } from './forks';
import { hessianComparisons } from './hessian';
import { hpackComparisons } from './hpack';
import { lighthouseFigures } from './lighthouse';
import { manyCalls } from './many-calls';
import { manyCallsFigures } from './memory-of-calls';
import type { Item } from './messages';
import { protobufComparisons } from './protobuf';
import { measured, type Table } from './ratio';
import { coldRuns, warmRuns } from './runs';
import { thriftComparisons } from './thrift';

const require = createRequire(import.meta.url);

/** npm xmlrpc has no types, and no browser build to take along into Chromium. */
function npmXmlRpc(list: readonly Item[]) {
  const { serializeMethodCall } = require('xmlrpc/lib/serializer') as {
    serializeMethodCall(method: string, params: unknown[]): string;
  };
  return [{ name: 'npm xmlrpc', run: () => serializeMethodCall('create_order', [list]) }];
}

function print({ title, results }: Table): void {
  console.log(`\n${title}`);
  for (const { name, medianMs, p95Ms, ratio } of results)
    console.log(
      `  ${name.padEnd(32)} ${ratio.toFixed(2).padStart(7)}×  ${medianMs.toFixed(3).padStart(9)} ms  p95 ${p95Ms.toFixed(3).padStart(9)} ms`,
    );
}

function printCold(runs: ReturnType<typeof coldRuns>): void {
  console.log('\nSimulating a whole call, the first time');
  for (const { name, ms } of runs) console.log(`  ${name.padEnd(32)} ${ms.toFixed(1).padStart(9)} ms`);
}

function printFigures(figures: readonly Figure[]): void {
  for (const { name, value } of figures) console.log(`  ${name.padEnd(32)} ${value}`);
}

const PARTS = ['node', 'chromium', 'app', 'lighthouse'];
const wanted = process.argv.slice(2);
const parts = PARTS.filter(part => wanted.includes(part));
const words = wanted.filter(word => !PARTS.includes(word));
const wants = (part: string) => parts.length === 0 || parts.includes(part);

if (wants('node')) {
  console.log(`\n# Node ${process.version}`);
  if (words.length === 0) printCold(coldRuns());
  await loadAllParts();
  const comparisons = [
    warmRuns,
    manyCalls,
    ...textComparisons(npmXmlRpc),
    ...protobufComparisons(),
    ...hessianComparisons(hessianJs),
    ...hpackComparisons(hpackJs),
    ...thriftComparisons(),
  ];
  measured(comparisons, words).forEach(print);
  if (words.length === 0) {
    console.log('\nMemory of forks');
    printFigures(forkFigures());
    console.log('\nMemory of many calls');
    printFigures(manyCallsFigures());
  }
}
if (wants('chromium')) {
  console.log('\n# Chromium');
  const { cold, tables } = await coreInChromium(words);
  if (words.length === 0) printCold(cold);
  tables.forEach(print);
}
if (wants('app')) {
  console.log('\n# The app in Chromium');
  printFigures(await appFigures());
}
if (wants('lighthouse')) {
  console.log('\n# Lighthouse');
  printFigures(await lighthouseFigures());
}
