// All checks, in one command: types, lint, boundaries, unit tests, build, size, browser tests. Ends with the line `N passed, N failed`.
// Every static check counts as one; a stage that breaks down without running its tests counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getChromium, installDebian } from './browser';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'callscope-'));

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n▶ ${title}`);
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function check(title: string, script: string): Counts {
  const passed = run(title, 'npm', ['run', '-s', script]);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs a test runner that writes a JSON report, and counts from it. A runner that fails without a failed test is a failure too. */
function suite(
  title: string,
  report: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  count: (json: never) => Counts,
): Counts {
  const path = join(reports, report);
  const clean = run(
    title,
    'npx',
    args.map(arg => arg.replace('REPORT', path)),
    Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value?.replace('REPORT', path)])),
  );
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = count(JSON.parse(readFileSync(path, 'utf8')) as never);
  return clean || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const unit = () =>
  suite(
    'Unit tests',
    'unit.json',
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=REPORT'],
    {},
    (json: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests,
    }),
  );

const browser = () =>
  suite(
    'Browser tests',
    'browser.json',
    ['playwright', 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: 'REPORT', CALLSCOPE_CHROMIUM: getChromium() },
    (json: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
      passed: json.stats.expected,
      failed: json.stats.unexpected + json.stats.flaky,
      skipped: json.stats.skipped,
    }),
  );

/** Peers that some tests talk to. Where they cannot be installed the tests say so and are skipped. */
function getPeers(): void {
  const missing = [
    ['/usr/bin/tshark', 'tshark'],
    ['/usr/bin/python3', 'python3'],
  ].filter(([path]) => !existsSync(path));
  if (missing.length > 0) installDebian(missing.map(([, name]) => name));
}

getPeers();
const results = [
  check('Types', 'typecheck'),
  check('Lint and format', 'lint'),
  check('Boundaries between folders', 'boundaries'),
  check('Unused code', 'unused'),
  unit(),
  check('Build', 'build'),
  check('Size of the first load', 'size'),
  browser(),
];
const total = results.reduce((sum, each) => ({
  passed: sum.passed + each.passed,
  failed: sum.failed + each.failed,
  skipped: sum.skipped + each.skipped,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
