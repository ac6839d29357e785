import { beforeEach, describe, expect, test, vi } from 'vitest';
import { counter, isLong } from './how-long';
import { fillDiskEverywhere } from './sweeps';
import { USE_CASES } from './use-cases';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
const countWrites = counter('failed writes');

describe.each(['QuotaExceededError', 'UnknownError'] as const)('on a full disk, by %s,', (kind) => {
  const some = USE_CASES.filter((_, index) => isLong || index % 12 === kind.length % 12);
  test.each(some)('$name is whole or not begun', async (useCase) => {
    const writes = await fillDiskEverywhere(useCase, kind, isLong ? 1 : 15);
    if (isLong) expect(writes).toBeGreaterThan(0);
    countWrites(writes);
  });
});
