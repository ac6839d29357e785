import { expect, test, vi } from 'vitest';
import { describeFailure } from '../../run/kinds';
import { runSteps } from '../../run/step';

test('describeFailure returns place, title and the first line of the message, without colours', () => {
  const message = '\u001b[31mError: expected 1 to be 2\u001b[39m\n    at line 3';

  expect(describeFailure('a.test.ts', 'adds', message)).toBe(
    'a.test.ts: adds\n  Error: expected 1 to be 2',
  );
  expect(describeFailure('a.test.ts', 'adds', undefined)).toBe('a.test.ts: adds');
});

test('runSteps prints the failures last', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const one = { passed: 0, failed: 1, skipped: 0 };
  await runSteps([
    { name: 'lint', run: async () => ({ counts: one, output: 'x\n'.repeat(50) + 'no-shadow' }) },
    { name: 'types', run: async () => ({ counts: { ...one, passed: 1, failed: 0 } }) },
    { name: 'unit', run: async () => ({ counts: one, failures: ['a.test.ts: adds'], output: '' }) },
  ]);

  expect(log.mock.lastCall?.[0]).toBe(
    '\nFailed:\n- lint\n  x\n  x\n  x\n  x\n  no-shadow\n- a.test.ts: adds\n',
  );
});
