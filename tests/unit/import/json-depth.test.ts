import { describe, expect, it } from 'vitest';
import { DEEPEST, isTooDeep } from '@/lib/import/json-depth';

const nested = (depth: number) => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);

describe('isTooDeep', () => {
  it('counts nested lists and objects', () => {
    expect(isTooDeep(nested(DEEPEST))).toBe(false);
    expect(isTooDeep(`[${nested(DEEPEST)}]`)).toBe(true);
    expect(isTooDeep('[],'.repeat(1000))).toBe(false);
  });

  it('ignores brackets in strings', () => {
    expect(isTooDeep(JSON.stringify(['"\\', '['.repeat(1000)]))).toBe(false);
    expect(isTooDeep(`["\\"",${nested(DEEPEST)}]`)).toBe(true);
  });
});
