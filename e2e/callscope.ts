// The app as a learner finds it: names on the screen, no knowledge of its insides.
import { test as base, expect, type Page } from '@playwright/test';

/** Opens the app and steps, selects and reads by what is written on the screen. */
export class Callscope {
  constructor(readonly page: Page) {}

  async open(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`);
    await expect(this.headline).toBeVisible();
  }

  get headline() {
    return this.page.getByRole('heading', { level: 1 });
  }

  get place() {
    return this.page.getByRole('slider', { name: /Place in the run|位置/ });
  }

  get bytes() {
    return this.page.getByRole('region', { name: 'Bytes' });
  }

  get fields() {
    return this.page.getByRole('tree');
  }

  async nextStep(times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.getByRole('button', { name: /^Next step/ }).click();
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** Where the cursor stands, as the slider tells it. */
  async placeText(): Promise<string> {
    return (await this.place.getAttribute('aria-valuetext')) ?? '';
  }
}

/** Fails when the page reports an error: an exception, a refused resource, a breach of the Content-Security-Policy. */
export const test = base.extend<{ app: Callscope }>({
  app: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    page.on('console', message => message.type() === 'error' && faults.push(message.text()));
    await use(new Callscope(page));
    expect(faults).toEqual([]);
  },
});

export { expect };
