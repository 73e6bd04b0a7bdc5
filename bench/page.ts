// The benchmark's part that runs in Chromium, as functions on the window for bench/main.ts to call.
import './node-globals';
import hessianJs from 'hessian.js';
import hpackJs from 'hpack.js';
import { loadAllParts } from '../src/parts/part';
import { textComparisons } from './codecs';
import { hessianComparisons } from './hessian';
import { hpackComparisons } from './hpack';
import { manyCalls } from './many-calls';
import { protobufComparisons } from './protobuf';
import { measured } from './ratio';
import { coldRuns, warmRuns } from './runs';
import { thriftComparisons } from './thrift';

const comparisons = () => [
  warmRuns,
  manyCalls,
  ...textComparisons(),
  ...protobufComparisons(),
  ...hessianComparisons(hessianJs),
  ...hpackComparisons(hpackJs),
  ...thriftComparisons(),
];

async function tables(words: readonly string[]) {
  await loadAllParts();
  return measured(comparisons(), words);
}

Object.assign(window, {
  callscopeBench: { coldRuns, tables },
});
