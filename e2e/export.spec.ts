import { readFileSync } from 'node:fs';
import { expect, test } from './callscope';

async function exported(page: import('@playwright/test').Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

test('packets are exported as pcapng and pcap', async ({ app, page }) => {
  await app.open();
  const pcapng = await exported(page, 'Packets as pcapng');
  expect(pcapng.name).toBe('callscope-fun_add.pcapng');
  expect(pcapng.bytes.readUInt32LE(0)).toBe(0x0a0d0d0a);
  const pcap = await exported(page, 'Packets as pcap the classic');
  expect([0xa1b2c3d4, 0xa1b23c4d]).toContain(pcap.bytes.readUInt32LE(0));
});

test('the trace is exported as JSON, the transcript as text', async ({ app, page }) => {
  await app.open();
  const trace = JSON.parse((await exported(page, 'Trace as JSON')).bytes.toString('utf8'));
  expect(trace.messages).toHaveLength(2);
  const transcript = (await exported(page, 'Transcript as text')).bytes.toString('utf8');
  expect(transcript).toMatch(/client → server {2}TCP SYN seq=0/);
  expect(transcript).toMatch(/fun_add returned 5/);
});

test('the moment is exported as a picture that stands by itself', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('2');
  const svg = (await exported(page, 'Picture as SVG')).bytes.toString('utf8');
  expect(svg).toMatch(/^<svg /);
  expect(svg).not.toMatch(/class=|var\(--/);
  const png = (await exported(page, 'Picture as PNG')).bytes;
  expect(png.subarray(1, 4).toString('ascii')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
});
