import { describe, expect, it } from 'vitest';
import { loadAllParts } from '../../parts/part';
import { protocols } from '../../protocols/index';
import { texts } from './settings-text';

await loadAllParts();

describe.each(protocols)('the options of $title', ({ options }) => {
  it.each(Object.values(texts))('have labels in every language', ({ options: labels }) => {
    for (const key of Object.keys(options)) expect(labels[key], key).toBeTruthy();
  });
});
