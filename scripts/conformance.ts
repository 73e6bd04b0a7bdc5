// Runs public conformance suites, which are not part of this project: a folder holds one or several of them, each in a folder of its usual name.
// Usage: npm run conformance -- DIR     prints the figures of each suite found, exits with 1 when a case fails or no suite is there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hessianFixtures, hessianMethods } from './conformance/hessian2';
import { hpackConformance } from './conformance/hpack';
import { http2FrameConformance } from './conformance/http2-frames';
import { protobufConformance } from './conformance/protobuf';
import type { Report } from './conformance/report';

/** The suites that can be run, by the names of their folders. */
const SUITES: Readonly<Record<string, (folder: string) => Report>> = {
  'hessian.js-fixtures': hessianFixtures,
  'hessian2-methods': hessianMethods,
  'hpack-test-case': hpackConformance,
  'http2-frame-test-case': http2FrameConformance,
  'protobuf-conformance': protobufConformance,
};

/** Failures of a suite beyond these are only counted. */
const MOST_SHOWN = 20;

const folder = process.argv[2];
const found = Object.entries(SUITES).filter(([name]) => folder && existsSync(join(folder, name)));
if (found.length === 0) {
  console.error(`There is none of these suites in the folder: ${Object.keys(SUITES).join(', ')}`);
  process.exitCode = 1;
}
for (const [name, run] of found) {
  const { cases, failures } = run(join(folder, name));
  console.log(`${name}: ${cases - failures.length} of ${cases}`);
  for (const failure of failures.slice(0, MOST_SHOWN)) console.error(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}
