// What `npm test` says at its end when something failed.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readBrowser, readUnit } from '../scripts/test/reports';

test('a failed unit test is named by file, group and title, with the first lines of its error and no stack', () => {
  const title = { ancestorTitles: ['groups'], title: 'fails' };
  const failureMessages = [
    '\u001b[31mAssertionError\u001b[39m: expected 1 to be 2\n\n    at /callscope/a.test.ts:3:69',
  ];
  const report = {
    numPassedTests: 1,
    numPendingTests: 2,
    testResults: [
      {
        name: resolve('src/a.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { ...title, status: 'failed', failureMessages },
          { ancestorTitles: [], title: 'passes', status: 'passed', failureMessages: [] },
        ],
      },
    ],
  };
  expect(readUnit(report)).toEqual({
    passed: 1,
    skipped: 2,
    failures: [{ name: 'src/a.test.ts › groups › fails', error: ['AssertionError: expected 1 to be 2'] }],
  });
});

test('a file of unit tests that cannot be loaded is one failure', () => {
  const file = {
    name: resolve('src/a.test.ts'),
    status: 'failed',
    message: 'Cannot find module',
    assertionResults: [],
  };
  expect(readUnit({ numPassedTests: 0, numPendingTests: 0, testResults: [file] }).failures).toEqual([
    { name: 'src/a.test.ts', error: ['Cannot find module'] },
  ]);
});

test('a failed browser test is named by file, group and title, and what belongs to no test is told too', () => {
  const failed = { status: 'unexpected', results: [{ errors: [{ message: 'Error: expected\n\n- 1\n+ 2' }] }] } as const;
  const passed = { status: 'expected', results: [{ errors: [] }] } as const;
  const report = {
    config: { rootDir: resolve('e2e') },
    errors: [{ message: 'no server' }],
    stats: { expected: 1, skipped: 0 },
    suites: [
      {
        title: 'a.spec.ts',
        specs: [{ title: 'passes', tests: [passed] }],
        suites: [{ title: 'groups', specs: [{ title: 'fails', tests: [failed] }] }],
      },
    ],
  };
  expect(readBrowser(report).failures).toEqual([
    { name: 'Browser tests', error: ['no server'] },
    { name: 'e2e/a.spec.ts › groups › fails', error: ['Error: expected', '- 1', '+ 2'] },
  ]);
});
