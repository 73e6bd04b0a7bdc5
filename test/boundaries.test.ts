import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findFaults } from '../scripts/boundaries';

const planted = mkdtempSync(join(tmpdir(), 'callscope-boundaries-'));
afterAll(() => rmSync(planted, { recursive: true }));

describe('the check of the boundaries between folders', () => {
  it('catches a core folder that reaches for a view, and a view that reaches for the simulation', () => {
    cpSync('src', planted, { recursive: true });
    writeFileSync(
      join(planted, 'trace', 'planted.ts'),
      "import { Stage } from '../views/stage/stage';\nexport const stage = Stage;\n",
    );
    writeFileSync(
      join(planted, 'views', 'stage', 'planted.ts'),
      "export { simulate } from '../../simulation/simulate';\n",
    );
    writeFileSync(
      join(planted, 'views', 'stage', 'sibling.ts'),
      "export const bytes = () => import('../bytes/bytes');\n",
    );
    const faults = findFaults(planted);
    expect(faults).toContainEqual(expect.stringMatching(/^trace\/planted\.ts:1 imports views\/stage\/stage/));
    expect(faults).toContainEqual(expect.stringMatching(/^views\/stage\/planted\.ts:1 imports simulation\/simulate/));
    expect(faults).toContainEqual(expect.stringMatching(/^views\/stage\/sibling\.ts:1 imports views\/bytes\/bytes/));
  });

  it('catches a permission that nobody uses', () => {
    const empty = mkdtempSync(join(tmpdir(), 'callscope-empty-'));
    expect(findFaults(empty)).toContainEqual('stale permission: nothing in playback imports trace');
    rmSync(empty, { recursive: true });
  });
});
