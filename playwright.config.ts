import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/browser';

const PORT = Number(process.env.CALLSCOPE_PORT ?? 4173);

/**
 * What Chromium's own window does beside our page: it loads a page of its own for the address bar and starts a process in reserve, which took a
 * third of the time of a short test. The list replaces Playwright's, of which the rest is what matters here.
 */
const LEFT_OUT = [
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
];

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // For what hangs: on a busy machine a pane takes seconds to come.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // A recorded trace tells more of a failure, and takes a third of the time: `npm run e2e -- --trace on`.
    trace: 'off',
    // Each test would fetch the whole app for use without a network: a quarter of the time of a short one. Those that are about it allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${LEFT_OUT}`,
      ],
    },
  },
  // The built site, as it will be deployed: with its policy.
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
