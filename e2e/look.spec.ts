// Laws of the layout: what may stand where, whatever is shown.
import type { Page } from '@playwright/test';
import { expect, test } from './callscope';

const PANES = ['Ledger', 'TCP flow', 'Edit', 'Code', 'Statecharts', 'Packets'];
const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };

/** Elements that stick out of the window sideways without a scroller of their own around them. */
function outsideTheWindow(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter(element => element.checkVisibility() && !element.closest('[popover], .visually-hidden'))
      .filter(element => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width <= 1 || (left >= -1 && right <= innerWidth + 1)) return false;
        for (let around = element.parentElement; around; around = around.parentElement)
          if (getComputedStyle(around).overflowX !== 'visible') return false;
        return true;
      })
      .map(element => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
  );
}

/** What can be pressed and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). What a label presses with it counts as large as that. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], select, textarea, input, [role=button], [role=tab], [role=slider]')]
      .filter(element => element.checkVisibility() && !element.closest('[popover], .visually-hidden-focusable'))
      .map(element => ((element as HTMLInputElement).type === 'checkbox' ? element.closest('label')! : element))
      .filter(element => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 23.5 || height < 23.5);
      })
      .map(element => element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 80)),
  );
}

async function openExample(page: Page, index: number): Promise<string> {
  await page.getByRole('button', { name: 'Examples' }).click();
  const example = page.getByRole('dialog').locator('li button').nth(index);
  const name = await example.innerText();
  await example.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return name;
}

for (const viewport of [PHONE, LAPTOP])
  test(`at ${viewport.width} px nothing is wider than the window and every target is large enough`, async ({
    app,
    page,
  }) => {
    test.setTimeout(200_000);
    await page.setViewportSize(viewport);
    await app.open();
    for (const example of [0, 8]) {
      await openExample(page, example);
      await app.nextStep(3);
      for (const tab of ['Space-time', 'Stage', ...(viewport === PHONE ? ['Bytes', 'Fields'] : []), ...PANES]) {
        await app.tab(tab);
        await expect(page.getByText(/^Loading…$/)).toHaveCount(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), tab).toBeLessThanOrEqual(
          0,
        );
        expect(await outsideTheWindow(page), tab).toEqual([]);
        expect(await smallTargets(page), tab).toEqual([]);
      }
    }
  });

for (const viewport of [PHONE, LAPTOP])
  test(`at ${viewport.width} px the title and the drawing keep their places from step to step`, async ({
    app,
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await app.open();
    const places = async () => ({
      title: (await app.headline.boundingBox())!.y,
      drawing: (await page.locator('svg[data-drawing=stage]').boundingBox())!.y,
    });
    const first = await places();
    for (let step = 1; step <= 10; step++) {
      await page.keyboard.press(`${step % 10}`);
      expect(await places(), `step ${step}`).toEqual(first);
    }
  });

test('the lines between panes are moved by keyboard and by mouse, and stay where they were put', async ({
  app,
  page,
}) => {
  await app.open();
  const line = page.getByRole('separator', { name: 'Height of the call' });
  const heightOfBytes = async () => (await app.bytes.boundingBox())!.height;
  const atFirst = await heightOfBytes();
  await line.press('ArrowUp');
  const higher = await heightOfBytes();
  expect(higher).toBeGreaterThan(atFirst);
  await expect(app.place).toHaveAttribute('aria-valuenow', '0');

  const { x, y } = (await line.boundingBox())!;
  await page.mouse.move(x + 100, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y - 60);
  await page.mouse.up();
  const highest = await heightOfBytes();
  expect(Math.abs(highest - higher - 60)).toBeLessThan(2);

  await page.reload();
  await expect(app.headline).toBeVisible();
  expect(await heightOfBytes()).toBeCloseTo(highest, 0);
  await line.dblclick();
  expect(await heightOfBytes()).toBe(atFirst);
});
