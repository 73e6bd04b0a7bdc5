import { expect, test } from './callscope';

test('the keyboard steps, jumps to a step, and goes to both ends', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(app.headline).toHaveText('The client stub marshals method and arguments into a message');
  await page.keyboard.press('7');
  await expect(app.headline).toHaveText('The server stub marshals the result into a message');
  await page.keyboard.press('0');
  await expect(app.headline).toHaveText('The client has the final result');
  await page.keyboard.press('ArrowLeft');
  await expect(app.headline).toHaveText('The client stub receives and unmarshals the result');
  await page.keyboard.press('Home');
  await expect(app.headline).toHaveText('A remote procedure call, about to begin');
});

test('the very first key moves everything: the headline, the time and the handle', async ({ app, page }) => {
  await app.open();
  const handle = page.locator('[role=slider] circle').last();
  const before = (await handle.boundingBox())!.x;
  await page.keyboard.press('4');
  await expect(page.getByTitle('Virtual time')).toContainText('t = 60.');
  await expect.poll(async () => (await handle.boundingBox())!.x).toBeGreaterThan(before + 100);
});

test('play goes on to the end and pause holds it', async ({ app, page }) => {
  await app.open();
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Faster' }).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();
  await expect(app.headline).toHaveText('The client has the final result', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Play/ })).toBeVisible({ timeout: 20_000 });
});

test('scrubbing back and forth is exact: the same place shows the same picture', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('3');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  const place = await app.placeText();
  const drawn = async () => {
    // What follows the cursor is drawn with the next frame.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return page.locator('svg[data-drawing]').innerHTML();
  };
  const picture = await drawn();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft');
  expect(await app.placeText()).toBe(place);
  expect(await drawn()).toBe(picture);
});

test('the run can be scrubbed by mouse', async ({ app, page }) => {
  await app.open();
  const box = (await app.place.boundingBox())!;
  await page.mouse.move(box.x + 14, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 6, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(app.headline).toHaveText('The client has the final result');
});

test('single keys can be switched off', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  const place = await app.placeText();
  await page.keyboard.press('ArrowRight');
  expect(await app.placeText()).toBe(place);
});

test('with reduced motion the run is shown in discrete steps', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open();
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Faster' }).click();
  await page.keyboard.press('Space');
  await expect(app.headline).toHaveText('The client has the final result', { timeout: 20_000 });
});

test('a presenter’s remote goes on and back, and a pane that scrolls keeps its own paging', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(app.headline).toHaveText('The client stub marshals method and arguments into a message');
  await page.keyboard.press('PageUp');
  await expect(app.headline).toHaveText('The client calls the service as if it were local');
  const place = await app.placeText();
  await app.tab('Packets');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('?');
  await page.keyboard.press('PageDown');
  expect(await app.placeText()).toBe(place);
});

test('the buttons tell their keys, as long as the keys are on', async ({ app, page }) => {
  await app.open();
  await expect(page.getByRole('button', { name: 'Next step' })).toHaveAttribute('title', 'Next step (→)');
  await expect(page.getByRole('button', { name: 'Play' })).toHaveAttribute('aria-keyshortcuts', 'Space');
});

test('a call that fails is told by the headline itself', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /divide/ })
    .click();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('6');
  await expect(app.headline).toHaveText('The service executes and throws an error to the stub');
  await page.keyboard.press('0');
  await expect(app.headline).toHaveText('The client has an error instead of a result');
  await expect(
    page.getByRole('button', { name: 'Go to step 10: The client has an error instead of a result' }),
  ).toBeVisible();
});
