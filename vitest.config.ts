import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/setup.ts'],
    // For what hangs. A busy machine takes seconds to start a peer, and that is no fault of the code.
    testTimeout: 30_000,
  },
});
