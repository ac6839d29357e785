import { expect, test } from 'vitest';
import { webAddress } from '@/components/format/web-address';

test('webAddress returns only web URLs', () => {
  expect(webAddress('https://example.org')).toBe('https://example.org/');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress('https://github.com@evil.example/a')).toBeUndefined();
  expect(webAddress('https://user:word@example.org')).toBeUndefined();
  expect(webAddress('no address')).toBeUndefined();
});
