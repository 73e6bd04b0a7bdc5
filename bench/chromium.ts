// The same core in Chromium, where the learner feels it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { getChromium } from '../scripts/browser';
import type { Table } from './ratio';
import type { coldRuns } from './runs';

declare global {
  interface Window {
    readonly callscopeBench: {
      coldRuns(): ReturnType<typeof coldRuns>;
      tables(words: readonly string[]): Promise<Table[]>;
    };
  }
}

const NODE_IN_PAGE = join(import.meta.dirname, 'node-in-page.ts');

export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: getChromium(), args });
}

/** Runs bench/page.ts in an empty page: the comparisons that have all `words` in their titles. */
export async function coreInChromium(
  words: readonly string[],
): Promise<{ cold: ReturnType<typeof coldRuns>; tables: Table[] }> {
  const outDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    // What the peers take from Node.
    resolve: {
      alias: [
        { find: /^(util|events|assert|crypto)$/, replacement: NODE_IN_PAGE },
        { find: /^buffer$/, replacement: 'buffer/' },
      ],
    },
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
    const cold = words.length > 0 ? [] : await page.evaluate(() => window.callscopeBench.coldRuns());
    const tables = await page.evaluate(words => window.callscopeBench.tables(words), words);
    return { cold, tables };
  } finally {
    await browser.close();
  }
}
