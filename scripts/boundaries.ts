// Which folder may import which: ARCHITECTURE.md's table as a check. A forbidden import fails it, and so does a permission that nobody uses.
// Usage: tsx scripts/boundaries.ts [ROOT]     prints every fault, exits with 1 if there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folder → folders of ours that its files may import, besides themselves. `parent/*` is each folder below `parent` by itself. */
export const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  problem: [],
  parts: ['problem'],
  'wire/bytes': ['problem'],
  'wire/*': ['problem', 'parts', 'wire/bytes', 'wire/*'],
  idl: ['problem'],
  'protocols/*': ['problem', 'parts', 'idl', 'wire/bytes', 'wire/*', 'protocols'],
  protocols: ['problem', 'parts', 'idl', 'wire/bytes', 'wire/*', 'protocols/*'],
  'idl-import': ['problem', 'idl', 'protocols/*'],
  machines: [],
  scenario: ['problem', 'idl', 'protocols'],
  trace: ['problem', 'idl', 'protocols', 'wire/bytes', 'wire/*'],
  recording: ['problem', 'idl', 'protocols', 'machines', 'trace', 'wire/bytes', 'wire/*'],
  simulation: ['problem', 'parts', 'idl', 'protocols', 'scenario', 'machines', 'wire/bytes', 'wire/*', 'trace'],
  forks: ['problem', 'idl', 'scenario', 'trace'],
  comparison: ['problem', 'protocols', 'scenario', 'simulation', 'trace', 'wire/bytes'],
  survey: ['idl', 'trace', 'wire/bytes'],
  exports: ['idl', 'protocols', 'trace', 'wire/bytes', 'wire/*'],
  explanations: ['wire/bytes', 'wire/*', 'protocols/*', 'i18n'],
  i18n: ['problem', 'parts'],
  ui: [],
  playback: ['parts', 'trace', 'protocols'],
  'views/*': [
    'problem',
    'idl',
    'idl-import',
    'protocols',
    'scenario',
    'forks',
    'machines',
    'wire/bytes',
    'trace',
    'comparison',
    'survey',
    'playback',
    'explanations',
    'ui',
    'i18n',
  ],
};

/** Folders that compose everything and may import anything. */
const UNBOUND = ['app', 'cli', 'main.tsx'];

/** Permissions narrower than a folder: the left file may be reached only from the right folders. */
const SCENARIO_VIEWS = ['views/editor', 'views/faults', 'views/forks'];

export interface Import {
  readonly file: string;
  readonly target: string;
  readonly line: number;
}

/** Every fault of the tree below `root` (the folder `src`), as sentences. */
export function findFaults(root: string): string[] {
  const used = new Set<string>();
  const faults: string[] = [];
  for (const { file, target, line } of importsBelow(root)) {
    const from = folderOf(file);
    const to = folderOf(target);
    if (from === undefined || from === to) continue;
    const rule = ruleOf(from);
    const permission = to && rule && PERMISSIONS[rule].find(entry => covers(entry, to));
    if (permission) used.add(`${rule} → ${permission}`);
    if (!permission || (ruleOf(to) === 'scenario' && rule === 'views/*' && !SCENARIO_VIEWS.includes(from)))
      faults.push(`${file}:${line} imports ${target}: ${from} may not import ${to ?? target}`);
  }
  for (const [rule, permissions] of Object.entries(PERMISSIONS))
    for (const permission of permissions)
      if (!used.has(`${rule} → ${permission}`))
        faults.push(`stale permission: nothing in ${rule} imports ${permission}`);
  return faults;
}

function* importsBelow(root: string): Generator<Import> {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    for (const match of text.matchAll(/(?:from\s+|import\s*\(?\s*)'(\.{1,2}\/[^']+)'/g)) {
      const line = text.slice(0, match.index).split('\n').length;
      yield { file: relative(root, path), target: relative(root, resolve(dirname(path), match[1])), line };
    }
  }
}

/** The folder that a file is judged by, or undefined for files that may import anything. */
function folderOf(file: string): string | undefined {
  const [top, next, ...rest] = file.split('/');
  if (UNBOUND.includes(top)) return undefined;
  const nested = (top === 'wire' || top === 'views' || top === 'protocols') && rest.length > 0;
  return nested ? `${top}/${next}` : top === 'wire' ? 'wire/*' : top;
}

function ruleOf(folder: string): string | undefined {
  if (folder in PERMISSIONS) return folder;
  return `${folder.split('/')[0]}/*`;
}

function covers(entry: string, folder: string): boolean {
  return entry === folder || (entry.endsWith('/*') && folder !== 'wire/bytes' && folder.startsWith(entry.slice(0, -1)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = findFaults(resolve(process.argv[2] ?? 'src'));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'boundaries: no faults' : `boundaries: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
