import { describe, expect, it } from 'vitest';
import type { ImportedRecord } from '@/lib/import/format';
import { repeatLimit } from '@/lib/import/repeats';

const aRecord = (id: number, note: number): ImportedRecord => ({
  paper: { id: `arxiv:2512.0000${id}`, title: '' },
  entry: { note: 'x'.repeat(note) },
  line: 1,
});

describe('repeatLimit', () => {
  it('drops records once those of a paper are too large together', () => {
    const isTooMuch = repeatLimit();

    expect(isTooMuch(aRecord(1, 3_000_000))).toBe(false);
    expect(isTooMuch(aRecord(1, 2_000_000))).toBe(true);
    expect(isTooMuch(aRecord(2, 2_000_000))).toBe(false);
    expect(isTooMuch(aRecord(1, 1_000_000))).toBe(false);
  });

  it('never drops the first record of a paper', () => {
    const isTooMuch = repeatLimit();

    expect(isTooMuch(aRecord(1, 9_000_000))).toBe(false);
    expect(isTooMuch(aRecord(1, 0))).toBe(true);
  });
});
