// What HTTP/2 adds to a call, as a learner finds it.
import { expect, test } from './callscope';

test('the second call over gRPC sends fewer bytes of headers', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: /the second call is shorter/ }).click();
  await app.tab('HPACK');
  await app.place.press('End');
  const blocks = page.getByRole('list', { name: 'Header blocks, Client to server' }).getByRole('button');
  await expect(blocks).toHaveText(['call 1: 118 bytes', 'call 2: 28 bytes']);
});

test('a deadline passes, and the client sees it', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: /a deadline passes/ }).click();
  await app.place.press('0');
  await expect(app.headline).toHaveText('The client waits no longer and has an error instead of a result');
  const deadline = page.getByRole('textbox', { name: 'Deadline after (ms)' });
  await deadline.fill('900');
  await expect(app.headline).not.toHaveText(/waits no longer/);
});
