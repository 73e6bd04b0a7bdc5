import type { Page } from '@playwright/test';
import { decodeLink } from '../src/forks/link';
import { expect, test } from './callscope';

const network = (page: Page) => page.getByRole('banner').getByRole('combobox', { name: 'Network' });
const bar = (page: Page) => page.getByRole('region', { name: 'Forks' });
const shown = (page: Page) => bar(page).getByRole('button', { name: /^Run \d/ });
const runs = (page: Page) => page.getByRole('tree', { name: /All runs/ }).getByRole('treeitem');
const chooseNetwork = (page: Page, label: RegExp) =>
  network(page)
    .getByRole('option', { name: label })
    .getAttribute('value')
    .then(value => network(page).selectOption(value!));

test('a learner acts twice, walks back, and finds both runs in the link', async ({ app, page, context }) => {
  await app.open();
  await expect(bar(page)).toHaveCount(0);
  await chooseNetwork(page, /ocean/);
  await expect(shown(page)).toContainText('latency: 20 ms → 75 ms');
  await chooseNetwork(page, /same rack/);
  await expect(shown(page)).toContainText('Run 3 of 3');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(shown(page)).toContainText('Run 1 of 3');
  await expect(network(page)).toHaveValue('country');
  // The address is written when the learner has paused.
  await expect(async () => {
    const { tree } = await decodeLink(new URL(page.url()).hash.slice(1));
    expect([tree.forks.size, tree.present]).toEqual([3, 0]);
  }).toPass();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(shown(other)).toContainText('Run 1 of 3');
  await shown(other).click();
  await expect(runs(other)).toHaveCount(3);
  await runs(other).nth(2).click();
  await expect(network(other)).toHaveValue('rack');
});

test('where the runs part is said and can be gone to', async ({ app, page }) => {
  await app.open();
  await chooseNetwork(page, /ocean/);
  await expect(bar(page)).toContainText(
    'The same as “First run” until 20.1 ms; then SYN to the server arrives at 75.1 ms instead of 20.1 ms.',
  );
  await page.getByRole('button', { name: 'Go to the first difference' }).click();
  await expect(app.place).toHaveAttribute('aria-valuetext', /75\.1 ms/);
  await app.tab('Packets');
  await expect(page.getByRole('option', { name: /first difference/ })).toHaveCount(1);
});

test('undo and redo have keys, but not where a text is typed', async ({ app, page }) => {
  await app.open();
  await chooseNetwork(page, /ocean/);
  await expect(shown(page)).toContainText('Run 2 of 2');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toContainText('Run 1 of 2');
  await page.keyboard.press('Control+Shift+z');
  await expect(shown(page)).toContainText('Run 2 of 2');
  await page.getByRole('textbox', { name: /^b/ }).focus();
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toContainText('Run 2 of 2');
});

test('typing after an act makes one fork, and keeps the run that was acted on', async ({ app, page }) => {
  await app.open();
  await page.getByRole('textbox', { name: /^b/ }).fill('7');
  await expect(bar(page)).toHaveCount(0);
  await chooseNetwork(page, /ocean/);
  const field = page.getByRole('textbox', { name: /^b/ });
  await field.fill('');
  await field.pressSequentially('123');
  await expect(shown(page)).toContainText('Run 3 of 3');
  await expect(shown(page)).toContainText('b: 7 → 123');
});

test('the tree is walked, compared and pruned by keyboard', async ({ app, page }) => {
  await app.open();
  await chooseNetwork(page, /ocean/);
  await chooseNetwork(page, /same rack/);
  await shown(page).focus();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('tree', { name: /All runs/ });
  await expect(tree).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('c');
  await expect(bar(page)).toContainText('“First run”');
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(runs(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(runs(page)).toHaveCount(3);
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(tree).toBeHidden();
  await expect(shown(page)).toContainText('Run 1 of 3');
});

test('a run that is kept stays as it is while the copy is edited', async ({ app, page }) => {
  await app.open();
  await chooseNetwork(page, /ocean/);
  const keep = page.getByRole('button', { name: 'Keep this run and go on' });
  await keep.click();
  await expect(shown(page)).toContainText('the same again');
  await expect(page.getByText(/^Kept\. What you change now/)).toBeVisible();
  await keep.press('Enter');
  await expect(page.getByText(/^This run is kept already/)).toBeVisible();
  await expect(shown(page)).toContainText('Run 3 of 3');
  await page.getByRole('textbox', { name: /^b/ }).fill('9');
  await expect(shown(page)).toContainText('Run 3 of 3');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('textbox', { name: /^b/ })).toHaveValue('3');
});

test('the earlier run stands beside the new one on the ladder, and the line where they part goes through both', async ({
  app,
  page,
}) => {
  await app.open();
  await app.tab('Space-time');
  await expect(page.getByRole('checkbox', { name: 'Beside the earlier run' })).toHaveCount(0);
  await chooseNetwork(page, /ocean/);
  await expect(page.getByText('the runs part here', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Beside the earlier run' }).check();
  await expect(page.getByRole('group', { name: 'Earlier run' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'This run' }).getByRole('option').first()).toHaveAccessibleName(/SYN/);
});
