// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { byteSize, lastBackupMessage } from '@/components/format/format-bytes';
import { DAY_MS } from '@/lib/shared/day';
import { useEnglish } from './english';

useEnglish();

test.each([
  [0, '0 kB'],
  [964, '1 kB'],
  [17_345, '17 kB'],
  [999_999, '1,000 kB'],
  [3_123_456, '3.1 MB'],
  [123_456_789, '123 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are shown as %s', (bytes, words) => expect(byteSize(bytes)).toBe(words));

test('lastBackupMessage shows the days since the last backup', () => {
  const now = Date.UTC(2026, 10, 23);
  expect(lastBackupMessage(now - 41 * DAY_MS, now)).toBe('Last backup 41 days ago');
  expect(lastBackupMessage(undefined, now)).toBe('Your library has no backup outside this browser');
});
