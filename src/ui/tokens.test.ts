import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties that the first block after `selector` sets. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(found => [found[1], found[2]]),
  );
}

/** Relative luminance of `#rrggbb`. WCAG 2.2, Glossary. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours. WCAG 2.2, Glossary. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = block(':root');
const dark = block(':root[data-theme="dark"]');

const grounds = ['--bg', '--panel', '--soft', '--hot'];
const components = ['--client', '--cstub', '--net', '--sstub', '--server'];
const layers = ['--l-eth', '--l-ip', '--l-tcp', '--l-http', '--l-xml', '--l-name', '--l-arg'];
const text = ['--ink', '--mute', '--danger', '--ok', ...components, ...layers];
const graphics = ['--edge', '--hotline', '--focus'];

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(text)('has %s readable on every ground', colour => {
    for (const ground of grounds) expect(contrast(theme[colour], theme[ground]), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphics)('has %s discernible on every ground', colour => {
    for (const ground of grounds) expect(contrast(theme[colour], theme[ground]), ground).toBeGreaterThanOrEqual(3);
  });

  it.each([...components, ...layers, '--danger', '--ok', '--ink'])('has text readable on a fill of %s', colour => {
    expect(contrast(theme['--on-fill'], theme[colour])).toBeGreaterThanOrEqual(4.5);
  });
});

it('states the dark theme twice alike: for those who choose it and for those whose system does', () => {
  expect(block(':root:not([data-theme="light"])')).toEqual(dark);
});

it('gives the dark theme every colour that the light one has', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});
