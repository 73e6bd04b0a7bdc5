import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text';

describe('control characters', () => {
  it('are shown as escapes, everything else as it is', () => {
    expect(visibleText('a\r\n\t\x00\x7f你')).toBe('a\\r\\n\\t\\x00\\x7f你');
  });
});
