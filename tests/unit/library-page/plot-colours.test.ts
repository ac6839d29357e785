import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const tokens = readFileSync(
  resolve(import.meta.dirname, '../../../components/styles/tokens.css'),
  'utf8',
);

/** For the light and the dark theme. */
function colours(token: string): [string, string] {
  const [, light, dark] =
    new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`no token ${token}`);
  return [light, dark];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast
test.each([
  ['plot-saved', 'bg'],
  ['plot-read', 'bg'],
  ['plot-read', 'plot-saved'],
])('--%s has enough contrast with --%s in both themes', (one, other) => {
  const backgrounds = colours(other);
  for (const [theme, colour] of colours(one).entries()) {
    expect(contrast(colour, backgrounds[theme] ?? '')).toBeGreaterThanOrEqual(3);
  }
});
