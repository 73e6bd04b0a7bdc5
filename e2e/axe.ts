// The rules of WCAG 2.2 AA that can be checked by machine, and what its makers recommend beside them. axe-core, Deque.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules of those standards that are about colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

type Rules = 'all' | 'of colours' | 'but those of colours';

/** What breaks a rule on the page, or within the element of a selector. */
export async function violations(page: Page, rules: Rules, within?: string): Promise<string[]> {
  // Legacy mode gathers what it found in the page itself. There are no frames for which it would have to open another one, each time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    // Half of the time went into saying where every rule is kept.
    .options({ resultTypes: ['violations'] });
  if (rules === 'of colours') axe.withRules(COLOURS);
  else axe.withTags(STANDARDS);
  if (rules === 'but those of colours') axe.disableRules(COLOURS);
  if (within !== undefined) axe.include(within);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
}
