import { seed } from '../src/forks/fork-tree';
import { encodeLink } from '../src/forks/link';
import { CANONICAL } from '../src/scenario/canonical';
import { expect, test } from './callscope';

test('a changed argument changes the bytes and the result, and the change is marked', async ({ app, page }) => {
  await app.open();
  await app.nextStep(3);
  await page.getByRole('textbox', { name: /^b\b/ }).fill('40');
  await expect(app.bytes.getByText(/bytes? changed/)).toBeVisible();
  await expect(app.headline).toHaveText('The message is sent to the server through a socket');
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('0');
  await expect(page.getByText('42').first()).toBeVisible();
});

test('an argument and its bytes point at each other', async ({ app, page }) => {
  await app.open();
  await app.nextStep(3);
  await page.getByRole('textbox', { name: /^b\b/ }).focus();
  await expect(app.fields.getByRole('treeitem', { selected: true })).toContainText('b');
});

for (const [wrong, reason] of [
  ['3000000000', /32 bits/],
  ['two', /./],
  ['', /./],
] as const)
  test(`the wrong argument “${wrong}” stays in its field with the reason, and the last good run stays on screen`, async ({
    app,
    page,
  }) => {
    await app.open();
    const field = page.getByRole('textbox', { name: /^b\b/ });
    await field.fill(wrong);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(wrong);
    await expect(field).toHaveAccessibleDescription(reason);
    await expect(page.getByText('fun_add(2, 3)').first()).toBeVisible();
    await field.fill('4');
    await expect(field).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('fun_add(2, 4)').first()).toBeVisible();
  });

test('the interface is edited as text, and an error is told in place', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  const editor = page.getByRole('textbox', { name: /interface/i });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\ngreet(name: strin');
  await expect(page.getByText(/There is no type "strin"/).first()).toBeVisible();
  await expect(page.getByText('fun_add(2, 3)').first()).toBeVisible();
});

test('keys typed into the editors stay there, spaces and figures too', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  const editor = page.getByRole('textbox', { name: /interface/i });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# what 1 . 5 ? is');
  await expect(editor).toContainText('# what 1 . 5 ? is');
  await expect(app.headline).toHaveText('A remote procedure call, about to begin');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('arguments are edited as JSON, and broken JSON is told in place', async ({ app, page }) => {
  await app.open();
  await page.getByRole('radio', { name: 'JSON', exact: true }).check({ force: true });
  const editor = page.getByRole('textbox', { name: /arguments/i });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(',');
  await expect(page.getByText('This is not JSON.').first()).toBeVisible();
  await expect(page.getByText('fun_add(2, 3)').first()).toBeVisible();
});

test('the server’s function is chosen: echo, or an error that the client receives', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  await page.getByRole('combobox', { name: /fun_add/ }).selectOption({ label: 'throw' });
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('0');
  await expect(page.getByText(/fault/i).first()).toBeVisible();
});

test('typing over several lines of an editor, and taking it back at once', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  const editor = page.getByRole('textbox', { name: /interface/i });
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# one\n# two');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('x');
  await page.keyboard.press('Control+Z');
  await expect(editor).toContainText('fun_add(a: int, b: int): int');
  await expect(editor).toContainText('# two');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('fun_add(a: int, b: int): int # typed over');
  await expect(editor).toHaveText('fun_add(a: int, b: int): int # typed over');
  // What the policy refuses would be an error of the page, which every test looks for.
});

for (const width of [1280, 390])
  test(`the list of completions stays inside a window of ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await app.open();
    if (width < 960) await app.tab('Edit');
    await app.tab('Interface');
    await page.getByRole('textbox', { name: /interface/i }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(
      'struct ALongNameThatTakesMostOfTheWidthOfTheWindow { a: int }\nget(anotherRatherLongName: ',
    );
    const list = page.getByRole('listbox').filter({ hasText: 'boolean' });
    await expect(list).toBeVisible();
    const box = (await list.boundingBox())!;
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(width);
  });

test('a long text keeps the focus, the cursor and what is typed', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: /你好/ }).first().click();
  const field = page.getByRole('textbox', { name: /^text/ });
  await field.fill('a'.repeat(4000));
  await field.press('Control+Home');
  await page.keyboard.insertText('b'.repeat(1000));
  await expect(page.locator('.cm-editor')).toBeVisible();
  await page.keyboard.type('here');
  await expect(page.getByLabel('Bytes').getByRole('heading')).toContainText(/5,\d\d\d/);
  await page.keyboard.press('2');
  await expect(page.locator('.cm-line').first()).toContainText(/^b+here2a+/);
  await field.press('Control+A');
  await page.keyboard.type('short');
  await expect(page.locator('header code')).toContainText('echo("short")');
});

test('enums, keys, oneofs and declared exceptions are filled in by form', async ({ app, page }) => {
  const scenario = {
    ...CANONICAL,
    interface:
      'enum Color { RED = 1, BLUE = 7 } struct A { color: Color, stock: map<int, byte>, oneof by { email: string, phone: long } } exception Gone { message: string } f(a: A): A throws Gone',
    server: { f: { does: 'echo' } },
    calls: [{ method: 'f', args: [{ color: 'RED', stock: { 1: 2, 3: 4 } }] }],
  } as const;
  const link = await encodeLink({ tree: seed(scenario), position: 0 });
  await app.open(`#${link.text}`);
  const call = page.getByRole('banner').getByRole('code');
  await page.getByLabel(/^color/).selectOption('BLUE = 7');
  await expect(call).toHaveText('f({color: BLUE, stock: {1: 2, 3: 4}})');
  const key = page.getByRole('textbox', { name: 'Key of stock["1"]' });
  await key.fill('3');
  await expect(page.getByText('This key exists already.')).toBeVisible();
  await key.fill('100');
  await key.blur();
  await page.getByRole('textbox', { name: 'stock["100"] byte' }).fill('128');
  await expect(page.getByText(/does not fit byte's 8 bits/)).toBeVisible();
  await page.getByRole('textbox', { name: 'stock["100"] byte' }).fill('127');
  await expect(call).toHaveText('f({color: BLUE, stock: {3: 4, 100: 127}})');
  await page.getByLabel(/^by/).selectOption('phone');
  await page.getByRole('textbox', { name: 'phone long' }).fill('5');
  await expect(call).toHaveText('f({color: BLUE, stock: {3: 4, 100: 127}, …)');
  await app.tab('Interface');
  await page.getByLabel('f does').selectOption('throw a declared exception');
  await page.getByRole('textbox', { name: 'message string' }).fill('sold out');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('0');
  await expect(page.getByText(/Gone.*sold out/).first()).toBeVisible();
});
