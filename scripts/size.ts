// What a visitor downloads until the first screen is whole: every file that a browser asks for, those loaded on demand at once too,
// compressed with brotli as a good host does. The service worker, which fetches the rest later, is left out.
// Usage: tsx scripts/size.ts     after a build; prints the figures, exits with 1 over the ceiling.
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { getChromium } from './browser';

/** What we want to reach. */
const GOAL_KB = 150;
/** What the check holds until then: the first load may only shrink. docs/benchmark.md says where it goes. */
const CEILING_KB = 181;
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Paths below `dist/` of the files that a wide screen asks for, in the order in which it does. */
async function firstLoad(): Promise<string[]> {
  const server = await preview({ root, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  const origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: getChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const files = new Set<string>();
    page.on('request', request => {
      const { pathname } = new URL(request.url());
      if (request.url().startsWith(origin)) files.add(pathname === '/' ? 'index.html' : pathname.slice(1));
    });
    await page.goto(origin);
    await page.getByRole('tabpanel').getByRole('textbox').first().waitFor();
    await page.waitForLoadState('networkidle');
    return [...files];
  } finally {
    await browser.close();
    await server.close();
  }
}

if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no dist/index.html. Run the build first.');
const sizes = (await firstLoad()).map(file => ({
  file,
  bytes: brotliCompressSync(readFileSync(join(dist, file))).length,
}));
for (const { file, bytes } of sizes) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
console.log(`${total.toFixed(1).padStart(7)} kB  first load (brotli), goal ${GOAL_KB} kB, ceiling ${CEILING_KB} kB`);
process.exitCode = total <= CEILING_KB ? 0 : 1;
