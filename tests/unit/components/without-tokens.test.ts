import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { keptTokens, withoutTokens } from '@/components/styles/without-tokens';

const TOKENS = `:root, :host { --ink: light-dark(#111, #eee); --shade: 0 1px var(--ink);
  --motion: 140ms }
@media (prefers-reduced-motion: reduce) { :root { --motion: 0ms; } }`;

test('has the values of tokens in their places', () => {
  const css = '.a { color: var(--ink); box-shadow: var(--shade); opacity: var(--other, 0) }';

  expect(withoutTokens(css, TOKENS)).toBe(
    '.a { color: light-dark(#111,#eee); box-shadow: 0 1px light-dark(#111,#eee); opacity: var(--other, 0) }',
  );
});

test('keeps the token that a media query sets', () => {
  const css = '.a { transition: opacity var(--motion) }';

  expect(withoutTokens(css, TOKENS)).toBe(css);
  expect(keptTokens(TOKENS)).not.toContain('--ink');
  expect(keptTokens(TOKENS).match(/--motion: \w+/g)).toEqual(['--motion: 140ms', '--motion: 0ms']);
});

test('knows every token', () => {
  const tokens = readFileSync(resolve('components/styles/tokens.css'), 'utf8');
  const names = [...tokens.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(30);
  const left = names.filter((name) => withoutTokens(`var(${name})`, tokens).includes('var('));

  expect(left).toEqual(['--motion']);
});
