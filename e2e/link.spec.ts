import { expect, test } from './callscope';

test('a link holds the experiment and the place in it', async ({ app, page, context }) => {
  await app.open();
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#v2\./);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    'The server stub receives and unmarshals the message',
  );
});

test('back and forward go through the edits', async ({ app, page }) => {
  await app.open();
  const json = page.getByRole('button', { name: /^JSON envelope/ });
  await page.getByRole('combobox', { name: 'Protocol' }).first().selectOption({ label: 'JSON-RPC' });
  await expect(page).toHaveURL(/#v2\./);
  await expect(json).toBeVisible();
  await page.goBack();
  await expect(json).toHaveCount(0);
  await page.goForward();
  await expect(json).toBeVisible();
});

for (const [name, fragment] of [
  ['damaged', '#v1.AAAA'],
  ['hostile', '#v1.<img src=x onerror=alert(1)>'],
  ['from the future', '#v999.eJw'],
  ['very long', `#v1.${'A'.repeat(500_000)}`],
] as const)
  test(`a link that is ${name} leads to a message and the default run`, async ({ app, page }) => {
    await app.open(fragment);
    await expect(page.getByRole('alert')).toContainText('This link could not be opened');
    await expect(app.headline).toHaveText('A remote procedure call, about to begin');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('the run can be copied as a link, as curl and as Python', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(clipboard).toMatch(/^http/);
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(clipboard).toMatch(/^curl[\s\S]*<methodName>fun_add/);
  await page.getByRole('button', { name: 'Copy as Python' }).click();
  await expect.poll(clipboard).toMatch(/http\.client[\s\S]*fun_add/);
});

test('once its notice is dismissed, a damaged link leaves the address', async ({ app, page, baseURL }) => {
  await app.open('#v1.AAAA');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page).toHaveURL(baseURL!);
  await page.reload();
  await expect(app.headline).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an edit takes the notice and the damaged link away, and back leads to the default run', async ({
  app,
  page,
  baseURL,
}) => {
  await app.open('#v1.AAAA');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('combobox', { name: 'Protocol' }).first().selectOption({ label: 'JSON-RPC' });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveURL(/#v2\.(?!AAAA)/);
  await page.goBack();
  await expect(page).toHaveURL(baseURL!);
  await expect(page.getByRole('button', { name: /^JSON envelope/ })).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a copy that the browser refuses is told within the dialog', async ({ app, page }) => {
  await app.open();
  await page.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) }),
  );
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const toast = page.getByRole('dialog').getByRole('status');
  await expect(toast).toHaveText(/does not allow copying/);
  await expect(page.getByText(/does not allow copying/)).toHaveCount(1);
});
