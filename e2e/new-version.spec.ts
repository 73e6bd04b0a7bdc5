// What a learner sees when a new version of the app has been published since the last visit.
import { appendFileSync, cpSync, mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { expect, test } from './callscope';

test.use({ serviceWorkers: 'allow' });

test('a new version is offered, and comes when it is accepted', async ({ page }) => {
  test.slow();
  const outDir = mkdtempSync(join(tmpdir(), 'callscope-site-'));
  cpSync('dist', outDir, { recursive: true });
  const site = await preview({ build: { outDir }, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  const url = `http://127.0.0.1:${(site.httpServer.address() as AddressInfo).port}/`;

  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await expect(page.getByText('A new version is ready.')).toBeHidden();

  appendFileSync(join(outDir, 'sw.js'), '\n// Another version.\n');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.getByRole('status').filter({ hasText: 'A new version is ready.' }).waitFor();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('A new version is ready.')).toBeHidden();
  await site.close();
});
