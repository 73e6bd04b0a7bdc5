import { expect, test } from './callscope';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const KEYS = /arrow keys|ctrl|shift|click|hover|space\)|[←→]/i;

test('on a phone nothing on the screen speaks of keys or of a mouse', async ({ app, page }) => {
  await app.open();
  for (const tab of ['Bytes', 'Fields', 'Edit', 'Interface']) {
    await app.tab(tab);
    await expect(page.getByText(/^Loading…$/)).toHaveCount(0);
    expect(await page.locator('main').innerText()).not.toMatch(KEYS);
  }
  const titles = await page
    .locator('footer [title]')
    .evaluateAll(each => each.map(element => element.getAttribute('title')));
  expect(titles.join()).not.toMatch(KEYS);
});

test('a tap explains a byte', async ({ app, page }) => {
  await app.open();
  await app.tab('Bytes');
  const hint = page.getByText('Tap a byte to see what it is.');
  await expect(hint).toBeVisible();
  await page.getByLabel('Hex dump').tap({ position: { x: 100, y: 40 } });
  await expect(hint).toHaveCount(0);
});
