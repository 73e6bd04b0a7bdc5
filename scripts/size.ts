// What a visitor downloads for the first screen: index.html and all that it loads at once, compressed with brotli as a good host does.
// Usage: tsx scripts/size.ts     after a build; prints the figures, exits with 1 over the budget.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const BUDGET_KB = 150;
const dist = join(import.meta.dirname, '..', 'dist');

/** Files that the browser gets before anything is asked for: those that index.html names, and the modules that these import statically. */
function firstLoad(): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = new Set<string>(['index.html']);
  const queue = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map(match => match[1]);
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(dist, file), 'utf8');
    for (const match of source.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) queue.push(`assets/${match[1]}`);
  }
  return [...files];
}

if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no dist/index.html. Run the build first.');
const sizes = firstLoad().map(file => ({ file, bytes: brotliCompressSync(readFileSync(join(dist, file))).length }));
for (const { file, bytes } of sizes) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
console.log(`${total.toFixed(1).padStart(7)} kB  first load (brotli), budget ${BUDGET_KB} kB`);
process.exitCode = total <= BUDGET_KB ? 0 : 1;
