// A capture in the page: what the app has exported itself, another program's, and a broken one.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, test } from './callscope';

const TWO_CALLS = 'test/captures/jsonrpc/http_keepalive2.pcap';

async function open(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open capture…' }).click();
  await (await chooser).setFiles(file);
}

async function drop(page: Page, name: string, octets: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([text, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], fileName));
      return data;
    },
    [octets.toString('base64'), name],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a pcap or pcapng file here')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a run that was exported is opened as a recording, stepped through, and left again', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Packets as pcapng' }).click(),
  ]);
  const file = test.info().outputPath('call.pcapng');
  await download.saveAs(file);
  await open(page, file);
  await expect(page.getByRole('heading', { name: 'call.pcapng' })).toBeVisible();
  await expect(page.getByText('100 % of the bytes explained')).toBeVisible();
  for (let step = 1; step <= 10; step++) {
    await app.nextStep();
    await expect(page.getByText(`Step ${step} of 10`, { exact: false }).first()).toBeVisible();
  }
  await expect(page.getByText('not recorded: inferred from the reply')).toBeVisible();
  await app.tab('Compare');
  await expect(page.getByText('only a simulated call can be compared')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the simulation' }).click();
  await expect(page.getByRole('tab', { name: 'Edit' })).toBeVisible();
});

test('a connection and the protocol that it is read as are chosen', async ({ app, page }) => {
  await app.open();
  const file = test.info().outputPath('two.pcap');
  const [first, second] = [TWO_CALLS, 'test/captures/thrift/binary_framed_fun_add.pcap'].map(name =>
    readFileSync(name),
  );
  // The records of a second file go on where those of the first end: the header has 24 octets.
  writeFileSync(file, Buffer.concat([first, second.subarray(24)]));
  await open(page, file);
  await expect(page.getByText('Recording · JSON-RPC')).toBeVisible();
  await page.getByRole('button', { name: /Thrift · \d+ packets/ }).click();
  await expect(page.getByText('Recording · Thrift')).toBeVisible();
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('none');
  await expect(app.headline).toHaveText('A recording without calls that can be told');
});

test('a broken file says where and why; what could be read is shown', async ({ app, page }) => {
  await app.open();
  await drop(page, 'notes.txt', Buffer.from('no capture at all'));
  await expect(page.getByRole('alert')).toContainText('neither pcap nor pcapng');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await drop(page, 'cut.pcap', readFileSync(TWO_CALLS).subarray(0, -10));
  await expect(page.getByRole('alert')).toContainText('Only the beginning of the file could be read');
  await expect(page.getByText('Recording · JSON-RPC')).toBeVisible();
  expect(await violations(page, 'all')).toEqual([]);
});
