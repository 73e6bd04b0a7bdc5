// npm run bench: medians of ratios, measured side by side in one run, in Node and in Chromium; and what a visitor waits for in the built app.
// Usage: tsx bench/main.ts [node] [chromium] [app] [lighthouse]     nothing named: all. Absolute times are indicative; ratios below 15 % apart mean nothing.
import { createRequire } from 'node:module';
import hessianJs from 'hessian.js';
import { appFigures, type Figure } from './app';
import { coreInChromium } from './chromium';
import { codecTables, type Table } from './codecs';
import { hessianTables } from './hessian';
import { type HpackJs, hpackTables } from './hpack';
import { lighthouseFigures } from './lighthouse';
import type { Item } from './messages';
import { protobufTables } from './protobuf';
import { coldRuns, warmRuns } from './runs';
import { thriftTables } from './thrift';

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

const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);

if (wants('node')) {
  console.log(`\n# Node ${process.version}`);
  printCold(coldRuns());
  const tables = [
    warmRuns(),
    ...codecTables(npmXmlRpc),
    ...protobufTables(),
    ...hessianTables(hessianJs),
    ...hpackTables(require('hpack.js') as HpackJs),
    ...thriftTables(),
  ];
  for (const table of tables) print(table);
}
if (wants('chromium')) {
  console.log('\n# Chromium');
  const { cold, tables } = await coreInChromium();
  printCold(cold);
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
