import { describe, expect, it } from 'vitest';
import { loadAllParts, MissingPart, Part } from './part';

describe('a part of the program', () => {
  it('is missing until it is loaded, and says which it is', async () => {
    const part = new Part(async () => 'gzip');
    try {
      part.get();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MissingPart);
      expect((error as MissingPart).part).toBe(part);
    }
    await part.load();
    expect(part.get()).toBe('gzip');
  });

  it('is fetched once, however often it is wanted', async () => {
    let fetched = 0;
    const part = new Part(async () => ++fetched);
    await Promise.all([part.load(), part.load()]);
    await part.load();
    expect(fetched).toBe(1);
  });

  it('is fetched again when it could not be had', async () => {
    let online = false;
    const part = new Part(async () => {
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return 'gzip';
    });
    await expect(part.load()).rejects.toThrow('part.unavailable');
    online = true;
    expect(await part.load()).toBe('gzip');
  });

  it('comes with all others, those that it brings along too', async () => {
    let inner: Part<string> | undefined;
    const outer = new Part(async () => {
      inner = new Part(async () => 'inner');
      return 'outer';
    });
    await loadAllParts();
    expect([outer.get(), inner!.get()]).toEqual(['outer', 'inner']);
  });
});
