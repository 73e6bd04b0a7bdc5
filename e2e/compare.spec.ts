import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: /The same call: 339 bytes as XML-RPC/ })).toBeVisible();
});

test('a learner points at an argument and finds it in every lane', async ({ page }) => {
  const first = page.getByRole('button', { name: /^a in / });
  const lanes = await page.getByRole('group', { name: 'Lanes' }).getByRole('checkbox').count();
  await expect(first).toHaveCount(lanes);
  await first.first().hover();
  for (const box of await first.all()) await expect(box).toHaveAttribute('aria-pressed', 'true');
});

test('the lanes are in the same step as the player, and an edit reaches all of them', async ({ page }) => {
  await page.keyboard.press('4');
  await expect(page.getByText('step 4 of 10 in all lanes')).toBeVisible();
  await page.getByRole('spinbutton', { name: 'a' }).or(page.getByLabel('a int')).first().fill('200');
  await expect(page.getByRole('heading', { name: /The same call: 341 bytes as XML-RPC/ })).toBeVisible();
});

test('the second call over a connection that is kept waits once', async ({ page }) => {
  await page.getByText('Second call').click();
  const row = page.getByRole('row', { name: /^JSON-RPC HTTP/ });
  await expect(row.getByRole('cell').nth(-2)).toHaveText('1');
});

test('the table is saved as CSV, the drawing as SVG', async ({ page }) => {
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Table as CSV' }).click();
  const lines = readFileSync(await (await csv).path(), 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^lane,request,reply,/);
  expect(lines[1]).toMatch(/^XML-RPC,339,/);
  const svg = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /Picture as SVG/ }).click();
  expect(readFileSync(await (await svg).path(), 'utf8')).toContain('JSON-RPC');
});
