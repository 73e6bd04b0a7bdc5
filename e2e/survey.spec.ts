import { decodeLink } from '../src/forks/link';
import { expect, test } from './callscope';

/** For what hangs: a busy machine simulates a thousand calls in half a minute. */
const PATIENCE = { timeout: 70_000 };

test('a learner makes a thousand calls, sees how many failed, and opens the slowest', async ({
  app,
  page,
  context,
}) => {
  test.slow();
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: '1,000 calls over a lossy line' }).first().click();
  await expect(page.getByRole('tab', { name: 'All calls', selected: true })).toBeVisible(PATIENCE);
  await expect(app.headline).toHaveText('1,000 of 1,000 calls have ended');
  const figure = (name: RegExp) => page.getByRole('row', { name });
  await expect(figure(/timed out/)).toHaveText(/\d+/);

  // Back to the beginning of the whole run, by keyboard.
  const moment = page.getByRole('slider', { name: 'Moment of the whole run' });
  await moment.press('Home');
  await expect(app.headline).toHaveText('0 of 1,000 calls have ended');
  await moment.press('PageUp');
  await expect(app.headline).not.toHaveText('0 of 1,000 calls have ended');

  await page.getByRole('button', { name: 'Open the slowest' }).click();
  await expect(page.getByRole('tab', { name: 'Stage', selected: true })).toBeVisible();
  const opened = page.getByText(/^Call [\d,]+ of 1,000$/);
  const name = await opened.textContent();
  await app.nextStep(3);
  await page.getByRole('button', { name: 'The call after' }).click();
  await expect(opened).not.toHaveText(name!);
  await page.getByRole('button', { name: 'The call before' }).click();
  await expect(opened).toHaveText(name!);

  await app.tab('All calls');
  const calls = page.getByRole('listbox', { name: 'Calls' });
  await calls.press('End');
  await calls.press('Enter');
  await expect(opened).toHaveText('Call 1,000 of 1,000');
  // The address is written when the learner has paused.
  await expect(async () => {
    const { call } = await decodeLink(new URL(page.url()).hash.slice(1));
    expect(call).toBe(999);
  }).toPass();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('Call 1,000 of 1,000')).toBeVisible(PATIENCE);
});

test('how many calls are made is set in the editor, and one call comes back as a whole', async ({ app, page }) => {
  await app.open();
  await app.tab('Settings');
  const rounds = page.getByRole('textbox', { name: 'Rounds of all calls' });
  await rounds.fill('30');
  await expect(app.headline).toHaveText('30 of 30 calls have ended');
  await rounds.fill('1');
  await expect(page.getByRole('tab', { name: 'All calls' })).toHaveCount(0);
  await expect(app.headline).toHaveText('A remote procedure call, about to begin');
});
