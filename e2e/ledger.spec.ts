// Who has executed what, as a learner finds out.
import { expect, test } from './callscope';

test('makes the client see a timeout although the server committed', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  await page.getByRole('textbox', { name: 'fun_add takes (ms)' }).fill('400');
  await app.tab('Failures');
  await page.getByRole('checkbox', { name: 'Each attempt has a timeout' }).check();
  await app.tab('Ledger');
  await app.place.press('End');
  const call = page.getByRole('region', { name: 'fun_add(2, 3)' });
  await expect(call).toContainText('The client believes that the call has failed.');
  await expect(call).toContainText('But the server executed the call once.');
  // The proof is a press away: the moment, and the machine.
  await call.getByRole('button', { name: /^timed out at/ }).click();
  await expect(page.getByRole('button', { name: /^Client stub: idle/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(call).toContainText('The server is executing the call.');
});

test('sees the call executed twice at least once, and once under a key', async ({ app, page }) => {
  await app.open();
  await app.tab('Interface');
  await page.getByRole('textbox', { name: 'fun_add takes (ms)' }).fill('600');
  await app.tab('Failures');
  await page.getByRole('radio', { name: 'At least once' }).check();
  await app.tab('Ledger');
  await app.place.press('End');
  const call = page.getByRole('region', { name: 'fun_add(2, 3)' });
  await expect(call).toContainText('they disagree');
  const again = page.getByRole('img', { name: 'The server has executed this call 3 times' });
  await expect(again).toHaveText('executed 3×');
  await app.place.press('Home');
  await expect(again).toHaveCount(0);
  await page.getByRole('radio', { name: 'Exactly-once effect' }).check();
  await app.place.press('End');
  await expect(call).toContainText('both agree');
  await expect(call).toContainText('The server executed the call once.');
  await expect(call.getByRole('button', { name: /known key/ })).not.toHaveCount(0);
});
