// All checks, in one command: types, lint, boundaries, unit tests, build, size, browser tests.
// Ends with the names and first lines of what failed, and the line `N passed, N failed`.
// Every static check counts as one; a stage that breaks down without running its tests counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getChromium, installDebian } from './browser';
import { type BrowserReport, type Outcome, readBrowser, readUnit, type UnitReport } from './test/reports';

const reports = mkdtempSync(join(tmpdir(), 'callscope-'));

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n▶ ${title}`);
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

function check(title: string, script: string): Outcome {
  return run(title, 'npm', ['run', '-s', script]) ? { passed: 1, skipped: 0, failures: [] } : broken(title);
}

/** Runs a test runner that writes a JSON report, and reads it. A runner that fails without a failed test is a failure too. */
function suite<Report>(
  title: string,
  report: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  read: (report: Report) => Outcome,
): Outcome {
  const path = join(reports, report);
  const clean = run(
    title,
    'npx',
    args.map(arg => arg.replace('REPORT', path)),
    Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value?.replace('REPORT', path)])),
  );
  if (!existsSync(path)) return broken(title);
  const outcome = read(JSON.parse(readFileSync(path, 'utf8')) as Report);
  return clean || outcome.failures.length > 0 ? outcome : { ...outcome, failures: broken(title).failures };
}

/** What is wrong stands in the output of the stage. */
function broken(title: string): Outcome {
  return { passed: 0, skipped: 0, failures: [{ name: title, error: [] }] };
}

const unit = () =>
  suite<UnitReport>(
    'Unit tests',
    'unit.json',
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=REPORT'],
    {},
    readUnit,
  );

const browser = () =>
  suite<BrowserReport>(
    'Browser tests',
    'browser.json',
    ['playwright', 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: 'REPORT', CALLSCOPE_CHROMIUM: getChromium() },
    readBrowser,
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
const failures = results.flatMap(each => each.failures);
const passed = results.reduce((sum, each) => sum + each.passed, 0);
const skipped = results.reduce((sum, each) => sum + each.skipped, 0);
for (const { name, error } of failures) console.log(`\n✘ ${[name, ...error].join('\n  ')}`);
console.log(`\n${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failures.length === 0 ? 0 : 1;
