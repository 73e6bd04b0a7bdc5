// What a visitor waits for, in the built app: the first paint, an edit, frames while playing, scrubbing and scrolling.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { preview } from 'vite';
import { launch } from './chromium';
import { quantile } from './ratio';

export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** A page without script, of the same first text: the floor of a first paint. */
const STATIC_PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>static</title><p>See a remote procedure call happen, down to the last bit</p></html>';

/** All figures of the app in `dist/`, which must have been built. */
export async function appFigures(): Promise<Figure[]> {
  const server = await preview({
    root: join(import.meta.dirname, '..'),
    logLevel: 'warn',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const url = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`;
  const browser = await launch();
  try {
    return [
      ...(await firstPaint(browser, url)),
      ...(await edits(browser, url)),
      ...(await frames(browser, url)),
      ...(await manyCalls(browser, url)),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstPaint(browser: Browser, url: string): Promise<Figure[]> {
  const plain = createServer((_, response) => response.setHeader('content-type', 'text/html').end(STATIC_PAGE));
  await new Promise<void>(resolve => plain.listen(0, '127.0.0.1', resolve));
  const plainUrl = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const floor = await contentfulPaint(browser, plainUrl);
    const ours = await contentfulPaint(browser, url);
    ratios.push(ours / floor);
    times.push(ours);
  }
  plain.close();
  return [
    {
      name: 'first contentful paint',
      value: `${quantile(times, 0.5).toFixed(0)} ms, ${quantile(ratios, 0.5).toFixed(2)}× a static page`,
    },
  ];
}

async function contentfulPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  const ms = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver((list, observer) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime);
          if (entry) observer.disconnect();
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return ms;
}

/** From a keystroke in an argument to the frame in which its bytes are painted. */
async function edits(browser: Browser, url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [size, octets] of [
    ['canonical call', 1],
    ['1 kB', 1000],
    ['1 MB', 1_000_000],
  ] as const) {
    const page = await openPage(browser);
    await openEcho(page, url, octets);
    figures.push({ name: `keystroke to paint, ${size}`, value: distribution(await keystrokes(page, 40)) });
    await page.close();
  }
  return figures;
}

/** Presses `count` keys at the beginning of the text argument, as a quick typist does; milliseconds from each to the painted frame. */
async function keystrokes(page: Page, count: number): Promise<number[]> {
  await textArgument(page).focus();
  await page.keyboard.press('Control+Home');
  const samples: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.waitForTimeout(100);
    await page.evaluate(awaitNextKey);
    await page.keyboard.press(`${i % 10}`);
    samples.push(await page.evaluate(() => window.keyToPaint));
  }
  return samples.slice(5);
}

declare global {
  interface Window {
    /** Milliseconds from the key to the end of the frame that shows its octets. */
    keyToPaint: Promise<number>;
  }
}

/** Runs in the page: the time counts from when the browser got the key to behind the first frame in which the hex dump is another. */
function awaitNextKey(): void {
  const dump = document.querySelector('[role=application]')!;
  window.keyToPaint = new Promise(resolve => {
    const pressed = ({ timeStamp }: KeyboardEvent) => {
      const before = dump.textContent;
      const frame = () => {
        if (dump.textContent === before) requestAnimationFrame(frame);
        else setTimeout(() => resolve(performance.now() - timeStamp));
      };
      requestAnimationFrame(frame);
    };
    addEventListener('keydown', pressed, { once: true, capture: true });
  });
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // tsx marks every function with a helper of its own, which functions that run in the page would miss.
  await page.addInitScript('globalThis.__name = each => each');
  return page;
}

/** Opens a call that echoes a text of `octets` octets, at the step that shows the message, and waits until the page has come to rest. */
async function openEcho(page: Page, url: string, octets: number): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: /你好/ }).first().click();
  await page.keyboard.press('2');
  await textArgument(page).fill('0123456789abcdef'.repeat(Math.ceil(octets / 16)).slice(0, octets));
  // What is measured is an edit or scrolling, not the rest of the opening.
  await page.waitForTimeout(1000);
}

function textArgument(page: Page): Locator {
  return page.getByRole('textbox', { name: /^text/ }).first();
}

async function frames(browser: Browser, url: string): Promise<Figure[]> {
  const page = await openPage(browser);
  await page.goto(url);
  await page.getByRole('button', { name: 'Faster' }).click();
  await page.keyboard.press('Space');
  const playing = await page.evaluate(frameTimes, 4000);
  await page.keyboard.press('Space');

  const track = (await page.getByRole('slider', { name: 'Place in the run' }).boundingBox())!;
  const scrubbing = page.evaluate(frameTimes, 3000);
  await page.mouse.move(track.x + 14, track.y + track.height / 2);
  await page.mouse.down();
  for (let i = 0; i < 120; i++)
    await page.mouse.move(track.x + 14 + ((track.width - 28) * (i % 60)) / 60, track.y + track.height / 2);
  await page.mouse.up();
  const scrubbed = await scrubbing;

  await openEcho(page, url, 1_000_000);
  const scrolled = await page.evaluate(scrollBytes, 3000);
  await page.close();
  return [
    { name: 'frames while playing', value: distribution(playing) },
    { name: 'frames while scrubbing', value: distribution(scrubbed) },
    { name: 'frames while scrolling 1 MB', value: distribution(scrolled) },
  ];
}

/** A thousand calls: until their survey is on screen, frames while it is scrubbed, and until the slowest is open. */
async function manyCalls(browser: Browser, url: string): Promise<Figure[]> {
  const page = await openPage(browser);
  await page.goto(url);
  const survey = page.getByRole('tab', { name: 'All calls' });
  const made: number[] = [];
  for (const [title, sign] of [
    ['1,000 calls, ten at a time', 'Open the slowest'],
    ['1,000 calls over a lossy line', 'Open the first without a result'],
  ]) {
    await page.getByRole('button', { name: 'Examples' }).click();
    const start = performance.now();
    await page.getByRole('button', { name: title }).first().click();
    await page.getByRole('button', { name: sign }).waitFor();
    made.push(performance.now() - start);
  }
  const moment = page.getByRole('slider', { name: 'Moment of the whole run' });
  const track = (await moment.boundingBox())!;
  const scrubbing = page.evaluate(frameTimes, 3000);
  await page.mouse.move(track.x + 10, track.y + track.height / 2);
  await page.mouse.down();
  for (let i = 0; i < 120; i++)
    await page.mouse.move(track.x + 10 + ((track.width - 20) * (i % 60)) / 60, track.y + track.height / 2);
  await page.mouse.up();
  const scrubbed = await scrubbing;
  const opened: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await page.getByRole('button', { name: i % 2 ? 'Open the first without a result' : 'Open the slowest' }).click();
    await page.getByRole('tab', { name: 'Stage', selected: true }).waitFor();
    opened.push(performance.now() - start);
    await survey.click();
  }
  await page.close();
  return [
    { name: 'click to survey, 1,000 calls', value: distribution(made) },
    { name: 'frames while scrubbing them', value: distribution(scrubbed) },
    { name: 'click to one call of them', value: distribution(opened) },
  ];
}

/** Runs in the page: milliseconds between frames for `duration` ms. */
function frameTimes(duration: number): Promise<number[]> {
  return new Promise(resolve => {
    const times: number[] = [];
    const start = performance.now();
    let last = start;
    const frame = (now: number) => {
      times.push(now - last);
      last = now;
      if (now - start < duration) requestAnimationFrame(frame);
      else resolve(times.slice(2));
    };
    requestAnimationFrame(frame);
  });
}

/** Runs in the page: scrolls the largest scrolling pane; milliseconds between frames for `duration` ms. */
function scrollBytes(duration: number): Promise<number[]> {
  const pane = [...document.querySelectorAll<HTMLElement>('main *')].reduce((largest, each) =>
    each.scrollHeight > largest.scrollHeight ? each : largest,
  );
  return new Promise(resolve => {
    const times: number[] = [];
    const start = performance.now();
    let last = start;
    const frame = (now: number) => {
      times.push(now - last);
      last = now;
      pane.scrollTop += 300;
      if (now - start < duration) requestAnimationFrame(frame);
      else resolve(times.slice(2));
    };
    requestAnimationFrame(frame);
  });
}

function distribution(samples: readonly number[]): string {
  const [median, p95] = [0.5, 0.95].map(q => quantile(samples, q).toFixed(1));
  return `${median} ms median, ${p95} ms p95`;
}
