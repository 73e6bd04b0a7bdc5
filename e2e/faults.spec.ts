// What a learner breaks, and sees TCP mend: by mouse, by keyboard, on the phone, in Chinese.
import { expect, test } from './callscope';

const packet = (flags: RegExp) => ({ name: flags });

test('drops the SYN and sees it again', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/SYN/)).first().click();
  const menu = page.getByRole('dialog', { name: /Packet 1, SYN, to the server/ });
  await menu.getByRole('button', { name: /^Drop it/ }).click();
  await expect(page.getByRole('option', packet(/lost.*Asks to open/))).toBeVisible();
  await expect(page.getByRole('option', packet(/again: timer.*Asks to open/))).toBeVisible();
  const list = page.getByRole('list', { name: 'What goes wrong' });
  await expect(list).toContainText('drop SYN →');
  await list.getByRole('button', { name: 'Remove: drop SYN →' }).click();
  await expect(page.getByRole('option', packet(/again/))).toHaveCount(0);
  await expect(list).toHaveCount(0);
});

test('is told by the headline what the network did, and how TCP notices', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/SYN/)).first().click();
  await page.getByRole('button', { name: /^Drop it/ }).click();
  await app.nextStep(3);
  const main = page.getByRole('main');
  for (let events = 0; events < 12 && !(await main.innerText()).includes('loses the SYN'); events++)
    await page.keyboard.press('Shift+ArrowRight');
  await expect(main).toContainText('The network loses the SYN. The client’s TCP does not know');
  for (let events = 0; events < 12 && !(await main.innerText()).includes('has run out'); events++)
    await page.keyboard.press('Shift+ArrowRight');
  await expect(main).toContainText('The client’s retransmission timer has run out');
});

test('flips a bit and TCP throws the segment away', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/part 2 of 2/)).click();
  await page.getByRole('button', { name: /^Damage one bit/ }).click();
  await expect(page.getByRole('option', packet(/damaged.*thrown away/))).toBeVisible();
  await expect(page.getByRole('option', packet(/again: timer.*part 2 of 2/))).toBeVisible();
});

test('flips a bit of the argument and hides it from the checksum: the damage comes to the stub', async ({
  app,
  page,
}) => {
  await app.open();
  await app.fields.getByRole('treeitem', { name: /a: int/ }).click();
  await page.getByRole('button', { name: 'Bit 5, 0: flip it in flight…' }).click();
  await page.getByRole('button', { name: /^Flip it, and another/ }).click();
  await expect(page.getByRole('list', { name: 'What goes wrong' })).toContainText('flip 2 bits PSH ACK');
  await app.tab('Packets');
  const damaged = page.getByRole('option', packet(/damaged/));
  await expect(damaged).toBeVisible();
  await expect(damaged).not.toContainText('thrown away');
});

test('sees a damaged frame as it was sent and as it arrived, and which checksum gives it away', async ({
  app,
  page,
}) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/part 2 of 2/)).click();
  await page.getByRole('button', { name: /^Damage one bit/ }).click();
  await page.getByRole('option', packet(/damaged/)).click();
  await page.getByRole('button', { name: 'Go to where it leaves' }).click();
  const version = (name: string) => page.getByRole('radio', { name }).first();
  await expect(version('As sent')).toBeChecked();
  await expect(app.fields.getByRole('treeitem', { name: /a: int = 2 ≠ 3/ })).toBeVisible();
  await version('As it arrived').check({ force: true });
  await expect(app.fields.getByRole('treeitem', { name: /a: int = 3 ≠ 2/ })).toBeVisible();
  const report = page.getByRole('list', { name: 'What became of the damaged frame' });
  await expect(report).toContainText(/The TCP checksum 0x\w{4} does not hold: it should be 0x\w{4}/);
  await expect(report).toContainText('The receiver throws it away without a word.');
  await report.getByRole('button', { name: '0x0032' }).click();
  await expect(page.getByRole('region', { name: 'checksum' })).toContainText('It does not hold: it carries 0x');
});

test('places a fault on the ladder without a mouse', async ({ app, page }) => {
  await app.open();
  await app.tab('Space-time');
  const arrows = page.getByRole('listbox', { name: /Segments/ });
  await arrows.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Drop it/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /1: SYN \(lost\)/ })).toBeAttached();
  await expect(arrows).toBeFocused();
});

test('breaks a packet on the stage, and Space plays what comes of it', async ({ app, page }) => {
  await app.open();
  await app.nextStep(3);
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: /^Packet 1\b/ }).click();
  await page.getByRole('button', { name: /^Drop it/ }).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('leaves the menu of a packet in the list with Escape', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/SYN/)).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('option', packet(/SYN/)).first()).toHaveAttribute('aria-selected', 'true');
});

test('drops a packet by a key, and lets it pass by the same, but not while typing', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  const list = page.getByRole('list', { name: 'What goes wrong' });
  await page.getByRole('listbox', { name: 'Packets' }).focus();
  await page.keyboard.press('d');
  await expect(list).toContainText('drop SYN →');
  await page.keyboard.press('d');
  await expect(list).toHaveCount(0);
  await page.getByRole('option', packet(/SYN ACK/)).click();
  const drop = page.getByRole('dialog').getByRole('button', { name: /^Drop it/ });
  await expect(drop).toHaveAttribute('aria-keyshortcuts', 'd');
  await drop.focus();
  await page.keyboard.press('d');
  await expect(list).toContainText('drop SYN ACK ←');
  await app.tab('Edit');
  await page.getByRole('textbox', { name: /^b/ }).focus();
  await page.keyboard.press('d');
  await expect(list).toContainText('drop SYN ACK ←');
});

test('sees on the timeline when something goes wrong, and goes there', async ({ app, page }) => {
  await app.open();
  await app.tab('Packets');
  await page.getByRole('option', packet(/SYN/)).first().click();
  await page.keyboard.press('d');
  await page
    .getByRole('option', packet(/part 2 of 2/))
    .first()
    .click();
  await page.getByRole('button', { name: /^Damage one bit/ }).click();
  const marks = page.getByRole('toolbar', { name: 'What goes wrong' });
  await expect(marks.getByRole('button')).toHaveCount(2);
  await marks.getByRole('button', { name: /^lost: SYN → · 10\.\d ms/ }).click();
  expect(await app.placeText()).toContain('10.');
  await page.keyboard.press('ArrowRight');
  await expect(marks.getByRole('button', { name: /^damaged: PSH ACK/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'As it arrived' }).first()).toBeChecked();
});

test('sets a rate of loss and a cut of the network in the form', async ({ app, page }) => {
  await app.open();
  await app.tab('Failures');
  await page.getByRole('textbox', { name: 'Lost (%)' }).fill('100');
  const list = page.getByRole('list', { name: 'What goes wrong' });
  await expect(list).toContainText('loss 100 %');
  await page.getByRole('textbox', { name: 'Lost (%)' }).fill('0');
  await page.getByRole('button', { name: 'Add a cut' }).click();
  await expect(list).toContainText('network cut 0.0 ms to 500.0 ms');
  await page.getByRole('textbox', { name: 'Lost (%)' }).fill('101');
  await expect(page.getByText('Wanted is a number from 0 to 100.')).toBeVisible();
});

test('puts several cuts and failures into the form, and takes them out again, by keyboard', async ({ app, page }) => {
  await app.open();
  await app.tab('Failures');
  const list = page.getByRole('list', { name: 'What goes wrong' });
  const entry = (name: string) => page.getByRole('group', { name, exact: true });
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: 'Add a cut' }).press('Enter');
    await expect(entry(`Cut ${number}`).getByLabel('Direction')).toBeFocused();
  }
  await entry('Cut 2').getByLabel('Direction').selectOption('to the client');
  await entry('Cut 2').getByRole('textbox', { name: 'From (ms)' }).fill('700');
  await expect(list).toContainText('network cut 0.0 ms to 500.0 ms');
  await expect(list).toContainText('network cut ← 700.0 ms to 1.50 s');

  for (const number of [1, 2]) {
    await page.getByRole('button', { name: 'Add a failure' }).press('Enter');
    await expect(entry(`Failure ${number}`).getByLabel('The server')).toBeFocused();
  }
  await entry('Failure 2').getByLabel('The server').selectOption('hangs');
  await expect(list.getByRole('listitem')).toHaveText([/cut 0/, /cut ← 700/, /crashes.*1/, /hangs.*2/]);

  await page.getByRole('button', { name: 'Remove Cut 1' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Cut 1' })).toBeFocused();
  await expect(entry('Cut 1').getByRole('textbox', { name: 'From (ms)' })).toHaveValue('700');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Add a cut' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove Failure 2' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Failure 1' })).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveText([/crashes.*1/]);
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });

  test('a tap on a packet loses it', async ({ app, page }) => {
    await app.open();
    await app.tab('数据包');
    await page.getByRole('option', packet(/SYN/)).first().tap();
    await page.getByRole('button', { name: /^丢弃/ }).tap();
    await expect(page.getByRole('option', packet(/丢失.*请求建立连接/))).toBeVisible();
    await expect(page.getByRole('list', { name: '出了什么错' })).toContainText('丢弃 SYN →');
  });
});
