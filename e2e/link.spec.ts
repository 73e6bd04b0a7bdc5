import { expect, test } from './callscope';

test('a link holds the experiment and the place in it', async ({ app, page, context }) => {
  await app.open();
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#v1\./);
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
  await expect(page).toHaveURL(/#v1\./);
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
