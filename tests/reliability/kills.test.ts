import { beforeEach, expect, test, vi } from 'vitest';
import { counter, isLong } from './how-long';
import { killEverywhere } from './sweeps';
import { USE_CASES } from './use-cases';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
const countKills = counter('kills');

const some = USE_CASES.filter((_, index) => isLong || index % 3 === 0);

test.each(some)('$name is whole or not begun when the worker is killed', async (useCase) => {
  const kills = await killEverywhere(useCase, isLong ? 1 : 10);
  if (isLong) expect(kills).toBeGreaterThan(0);
  countKills(kills);
});
