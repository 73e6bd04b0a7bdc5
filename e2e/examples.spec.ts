// The built-in examples: each of single calls is opened and stepped through. survey.spec.ts opens one of many calls.
import type { Page } from '@playwright/test';
import { callCount, isMany } from '../src/scenario/load';
import { presets } from '../src/scenario/presets';
import { expect, test } from './callscope';

const BEGINNING = 'A remote procedure call, about to begin';

/** Goes to each step by its key. Gives the texts of the stage that are wider than the box they are written in. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cut: string[] = [];
    for (const key of '1234567890') {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      // What follows the cursor is drawn with the next frame.
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const stage = document.querySelector('svg[data-drawing=stage]')!;
      const { left, right } = stage.getBoundingClientRect();
      for (const text of stage.querySelectorAll('text')) {
        const own = text.getBoundingClientRect();
        const rects = text.parentElement!.querySelectorAll(':scope > rect');
        const isBoxed = rects.length > 0 && text.closest('[role=button], [aria-hidden]');
        const box = isBoxed ? rects[0].getBoundingClientRect() : { left, right };
        const isOut = own.left < box.left - 0.5 || own.right > box.right + 0.5;
        if (own.width > 0 && isOut) cut.push(`step ${key}: ${text.textContent}`);
      }
    }
    return cut;
  });
}

test('every example of single calls opens and can be stepped through to its end, and no text of its stage is cut off', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  for (const [index, { id, scenario }] of presets.entries()) {
    if (isMany(callCount(scenario))) continue;
    // That both can be pressed by mouse is seen elsewhere.
    await page.getByRole('button', { name: 'Examples' }).dispatchEvent('click');
    await page.locator('dialog[open] li button').nth(index).dispatchEvent('click');
    await expect(app.headline, id).toHaveText(BEGINNING);
    expect(await cutTexts(page), id).toEqual([]);
    await expect(app.headline, id).not.toHaveText(BEGINNING);
    await expect(page.getByText(/^This pane could not be shown/), id).toHaveCount(0);
  }
});
