import { expect, test } from './callscope';

test('while a field holds something wrong, the stage says which run it shows, and leads back to the field', async ({
  app,
  page,
}) => {
  await app.open();
  const field = page.getByRole('textbox', { name: /^a\b/ });
  await field.click();
  await field.fill('');
  await field.pressSequentially('3000000000');
  await expect(page.getByText('The picture shows the last valid run: a = 300000000', { exact: true })).toBeVisible();
  await expect(page.getByText('fun_add(300000000, 3)').first()).toBeVisible();
  await app.nextStep();
  await page.getByRole('button', { name: 'Correct a' }).click();
  await expect(field).toBeFocused();
  await field.fill('4');
  await expect(page.getByText(/The picture shows the last valid run/)).toHaveCount(0);
});

test('it is said in Chinese, and on a phone too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('./');
  await page.getByRole('tab', { name: '编辑', exact: true }).click();
  await page.getByRole('textbox', { name: /^b\b/ }).fill('三');
  await expect(page.getByText('画面显示的是上一次有效的运行：b = 3')).toBeVisible();
  await context.close();
});

test('an interface that cannot be read is said where the run is shown, and goes with its tab', async ({
  app,
  page,
}) => {
  await app.open();
  await app.tab('Interface');
  const editor = page.getByRole('textbox', { name: /interface/i });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('greet(name: strin');
  const note = page.getByText('The picture shows the last valid run: fun_add(2, 3)');
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: /^Correct/ }).click();
  await expect(editor).toBeFocused();
  await app.tab('Call');
  await expect(note).toHaveCount(0);
});

test('a run that the protocol refuses is explained beside the picture of the last one', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /batch/ }).click();
  await page.getByRole('combobox', { name: 'Protocol' }).first().selectOption({ label: 'XML-RPC' });
  await expect(page.getByText(/XML-RPC always replies.*The picture shows the last valid run/)).toBeVisible();
});
