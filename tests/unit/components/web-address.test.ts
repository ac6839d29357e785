import { expect, test } from 'vitest';
import { webAddress } from '@/components/format/web-address';

test('only addresses of the web are links', () => {
  expect(webAddress('https://example.org')).toBe('https://example.org/');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress('no address')).toBeUndefined();
});
