import { expect, test } from 'vitest';
import { paperHash, paperOfHash } from '@/components/format/paper-address';

test('paperOfHash reads a paper from its hash, escaped or not', () => {
  expect(paperOfHash(paperHash('arxiv:2512.01234'))).toBe('arxiv:2512.01234');
  expect(paperOfHash('#/paper/arxiv:hep-th/9901001')).toBe('arxiv:hep-th/9901001');
  expect(paperOfHash('#/paper/%')).toBeUndefined();
  expect(paperOfHash('#/')).toBeUndefined();
});

test('paperOfHash opens a row that an earlier release stored', () => {
  expect(paperOfHash(paperHash('arxiv:my_paper'))).toBe('arxiv:my_paper');
});
