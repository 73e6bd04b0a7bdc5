// TCP's inside, as a learner finds it.
import { expect, test } from './callscope';

test('sees the window shrink after a loss', async ({ app, page }) => {
  await app.open();
  await app.tab('TCP flow');
  await expect(page.getByText(/No connection is open yet/)).toBeVisible();
  const windows = page.getByRole('region', { name: 'Windows (bytes)' });
  const figure = (name: string) => windows.locator('div', { has: page.locator('dt', { hasText: name }) }).locator('dd');
  await app.place.press('End');
  await expect(figure('phase')).toHaveText('slow start');
  await expect(figure('ssthresh')).toHaveText('–');
  const before = await figure('cwnd').textContent();

  await app.tab('Packets');
  await page
    .getByRole('option', { name: /part 1 of/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Drop it/ }).click();
  await app.place.press('End');
  await expect(figure('ssthresh')).not.toHaveText('–');
  expect(await figure('cwnd').textContent()).not.toBe(before);
});

test('walks along the segments by keyboard, and finds each in the list of packets', async ({ app, page }) => {
  await app.open();
  await app.tab('TCP flow');
  await page.keyboard.press('3');
  const segments = page.getByRole('listbox', { name: /^Segments in the order of sending/ });
  await segments.focus();
  await page.keyboard.press('ArrowDown');
  await expect(segments.getByRole('option', { selected: true })).toHaveAccessibleName('packet 1: bytes 0 to 1');
  await page.keyboard.press('ArrowDown');
  await expect(segments.getByRole('option', { selected: true })).toHaveAccessibleName(/^packet 4: bytes 1 to/);
  await page.getByRole('radio', { name: 'Server to client' }).check({ force: true });
  await expect(segments.getByRole('option')).toHaveCount(0);
});
