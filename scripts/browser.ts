// Finds a Chromium for the browser tests, and gets one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Path of a Chromium that runs here: CALLSCOPE_CHROMIUM, the system's, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const candidates = [
    process.env.CALLSCOPE_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ];
  return candidates.find(path => path !== undefined && path !== '' && existsSync(path));
}

/** {@link findChromium}, after trying to install one: Debian's package for root, Playwright's download for others. Throws when both fail. */
export function getChromium(): string {
  const attempts: readonly (() => void)[] = [
    () => installDebian(['chromium']),
    () => run('npx', ['playwright', 'install', 'chromium']),
  ];
  for (const attempt of attempts) {
    const found = findChromium();
    if (found) return found;
    attempt();
  }
  const found = findChromium();
  if (!found) throw new Error('No Chromium is to be had. Install one and set CALLSCOPE_CHROMIUM to its path.');
  return found;
}

/** Installs Debian packages where that is possible without asking; otherwise does nothing. */
export function installDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
