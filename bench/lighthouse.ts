// Google Lighthouse's four scores of the built app. It is fetched for the run, for it is no dependency: 12.8.2 is the last for Node 20.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getChromium } from '../scripts/browser';
import type { Figure } from './app';
import { quantile } from './ratio';
import { serveSite } from './site';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The devices that Lighthouse imitates: a telephone on slow 4G, which is its default, and a desktop computer. */
const DEVICES = { mobile: [], desktop: ['--preset=desktop'] };
const RUNS = 3;

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>;
}

/** The medians of three runs on each device; a figure that says so where Lighthouse is not to be had. */
export async function lighthouseFigures(): Promise<Figure[]> {
  const site = await serveSite(join(import.meta.dirname, '../dist'));
  const figures: Figure[] = [];
  try {
    for (const [device, options] of Object.entries(DEVICES)) {
      const runs: Scores[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(scoresOf(await audit(site.url, options)));
      const medians = CATEGORIES.map(
        name =>
          `${name} ${quantile(
            runs.map(scores => scores[name]),
            0.5,
          )}`,
      );
      figures.push({ name: `Lighthouse, ${device}`, value: medians.join(', ') });
    }
  } catch (error) {
    figures.push({ name: 'Lighthouse', value: `not measured: ${(error as Error).message}` });
  } finally {
    site.close();
  }
  return figures;
}

function scoresOf({ categories }: Report): Scores {
  return Object.fromEntries(CATEGORIES.map(name => [name, Math.round(categories[name].score * 100)])) as Scores;
}

/** One run of Lighthouse in a Chromium of its own. */
async function audit(url: string, options: readonly string[]): Promise<Report> {
  const path = join(mkdtempSync(join(tmpdir(), 'callscope-lighthouse-')), 'report.json');
  const args = [
    '--yes',
    LIGHTHOUSE,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${path}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless --no-sandbox --disable-gpu',
    ...options,
  ];
  const child = spawn('npx', args, { env: { ...process.env, CHROME_PATH: getChromium() }, stdio: 'inherit' });
  const status = await new Promise(resolve => child.on('close', resolve));
  if (status !== 0) throw new Error(`npx ${LIGHTHOUSE} ended with ${status}`);
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}
