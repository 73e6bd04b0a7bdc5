// The same core in Chromium, where the learner feels it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { getChromium } from '../scripts/browser';
import type { Table } from './codecs';
import type { coldRuns } from './runs';

declare global {
  interface Window {
    readonly callscopeBench: {
      coldRuns(): ReturnType<typeof coldRuns>;
      warmRuns(): Table;
      codecTables(): Table[];
    };
  }
}

const NODE_IN_PAGE = join(import.meta.dirname, 'node-in-page.ts');

export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: getChromium(), args });
}

/** Runs bench/page.ts in an empty page. */
export async function coreInChromium(): Promise<{ cold: ReturnType<typeof coldRuns>; tables: Table[] }> {
  const outDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    // What npm thrift takes from Node.
    resolve: { alias: { util: NODE_IN_PAGE, events: NODE_IN_PAGE } },
    build: {
      outDir,
      lib: {
        entry: join(import.meta.dirname, 'page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'bench.js',
      },
    },
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: join(outDir, 'bench.js') });
    const cold = await page.evaluate(() => window.callscopeBench.coldRuns());
    const warm = await page.evaluate(() => window.callscopeBench.warmRuns());
    const codecs = await page.evaluate(() => window.callscopeBench.codecTables());
    return { cold, tables: [warm, ...codecs] };
  } finally {
    await browser.close();
  }
}
