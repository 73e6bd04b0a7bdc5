import { defineConfig } from 'vitest/config';

/** It looks at every kind of field that is declared, and would meet those that other tests make up. */
const ALONE = 'test/explanations.test.ts';

const common = {
  environment: 'node' as const,
  setupFiles: ['test/setup.ts'],
  // For what hangs. A busy machine takes seconds to start a peer, and that is no fault of the code.
  testTimeout: 30_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [ALONE],
          // Test files share the modules that they import: loading them anew for each took five times the processor time of the tests.
          isolate: false,
        },
      },
      { test: { ...common, name: 'unit, alone', include: [ALONE] } },
    ],
  },
});
