import { describe, expect, it } from 'vitest';
import { foldRecords } from '@/lib/import/fold-records';
import type { ImportedRecord } from '@/lib/import/format';

/** Records of one paper with notes of `length` characters. */
function records(count: number, length: number): ImportedRecord[] {
  return Array.from({ length: count }, (_, number) => ({
    paper: { id: 'arxiv:2512.00001', title: 'T' },
    entry: { note: String(number % 10).repeat(length) },
    line: number + 1,
  }));
}

async function pausesIn(given: readonly ImportedRecord[]): Promise<number> {
  let pauses = 0;
  await foldRecords(
    given,
    () => undefined,
    async () => (pauses += 1),
  );
  return pauses;
}

describe('foldRecords', () => {
  it('pauses every thousand records, sooner for long ones', async () => {
    expect(await pausesIn(records(999, 1))).toBe(0);
    expect(await pausesIn(records(2000, 1))).toBe(2);
    expect(await pausesIn(records(4, 600_000))).toBe(2);
  });
});
