import { expect, test } from './callscope';

test('a newcomer opens the page and finds a call that is about to happen', async ({ app, page }) => {
  await app.open();
  await expect(app.headline).toHaveText('A remote procedure call, about to begin');
  await expect(page.getByText('fun_add(2, 3)').first()).toBeVisible();
  await expect(page.getByText('172.171.5.95:8080').first()).toBeVisible();
});

test('nothing moves before the learner asks', async ({ app, page }) => {
  await app.open();
  const before = await app.placeText();
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await app.placeText()).toBe(before);
});

test('ten steps lead from the call to its result', async ({ app, page }) => {
  await app.open();
  const titles: (string | null)[] = [];
  for (let step = 1; step <= 10; step++) {
    await app.nextStep();
    await expect(page.getByText(new RegExp(`^Step ${step} of 10`, 'i')).first()).toBeVisible();
    titles.push(await app.headline.textContent());
  }
  expect(new Set(titles).size).toBe(10);
  await expect(app.headline).toHaveText('The client has the final result');
  await expect(page.getByText('5', { exact: true }).first()).toBeVisible();
});

test('the bytes of the request are those of Python’s client', async ({ app }) => {
  await app.open();
  await app.nextStep(3);
  await expect(app.bytes).toContainText('66 75 6e 5f 61');
  await expect(app.bytes).toContainText('<int>2</int></va');
});

test('a byte is explained where it is pointed at, and the argument it stems from is named', async ({ app, page }) => {
  await app.open();
  await app.nextStep(3);
  await page
    .getByRole('button', { name: /^2, / })
    .or(app.bytes.getByText('2', { exact: true }))
    .first()
    .click();
  await expect(page.getByText(/Stems from argument a of fun_add/)).toBeVisible();
});
