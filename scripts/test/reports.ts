// The JSON reports of Vitest and Playwright, read for what `npm test` counts and names at its end.
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What one stage of the checks came to. */
export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

interface Failure {
  /** `file › describe › test`, or the title of a check that has no tests. */
  readonly name: string;
  /** Its first lines. */
  readonly error: readonly string[];
}

/** The part of Vitest's report that is read here. */
export interface UnitReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    /** Absolute path of the file. */
    readonly name: string;
    readonly status: string;
    /** Why the file could not be run at all. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface BrowserSuite {
  readonly title: string;
  readonly suites?: readonly BrowserSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** The part of Playwright's report that is read here. */
export interface BrowserReport {
  readonly config: { readonly rootDir: string };
  /** The outermost ones are the files. */
  readonly suites: readonly BrowserSuite[];
  /** What belongs to no test: a server that does not start, a file that cannot be loaded. */
  readonly errors: readonly { readonly message?: string }[];
  readonly stats: { readonly expected: number; readonly skipped: number };
}

/** A file that could not be run is a failure as each of its tests would be. */
export function readUnit(report: UnitReport): Outcome {
  const failures = report.testResults.flatMap(file => {
    const path = relative('.', file.name);
    const failed = file.assertionResults.filter(each => each.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [failure([path], [file.message])];
    return failed.map(each => failure([path, ...each.ancestorTitles, each.title], each.failureMessages));
  });
  return { passed: report.numPassedTests, skipped: report.numPendingTests, failures };
}

export function readBrowser(report: BrowserReport): Outcome {
  const folder = relative('.', report.config.rootDir);
  const failures = [
    ...report.errors.map(each => failure(['Browser tests'], [each.message ?? ''])),
    ...report.suites.flatMap(file => failuresOf(file, [join(folder, file.title)])),
  ];
  return { passed: report.stats.expected, skipped: report.stats.skipped, failures };
}

function failuresOf(suite: BrowserSuite, names: readonly string[]): Failure[] {
  const own = suite.specs.flatMap(spec =>
    spec.tests
      .filter(test => test.status === 'unexpected' || test.status === 'flaky')
      .map(test => failure([...names, spec.title], messagesOf(test))),
  );
  return [...own, ...(suite.suites ?? []).flatMap(inner => failuresOf(inner, [...names, inner.title]))];
}

function messagesOf(test: BrowserSuite['specs'][number]['tests'][number]): string[] {
  return test.results.flatMap(result => result.errors.map(error => error.message ?? ''));
}

function failure(names: readonly string[], messages: readonly string[]): Failure {
  return { name: names.join(' › '), error: firstLines(messages.join('\n')) };
}

/** Enough to tell what went wrong; the rest stands where the runner printed it. */
function firstLines(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s+at /.test(line));
  return lines.slice(0, 10);
}
