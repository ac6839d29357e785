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

test('runSteps runs two steps of a group at once, and prints them in order', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(`${line}\n`));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const ended: string[] = [];
  const step = (name: string, after?: string) => ({
    name,
    run: async () => {
      await vi.waitFor(() => expect(after === undefined || ended.includes(after)).toBe(true));
      ended.push(name);
      return { counts: { passed: 1, failed: 0, skipped: 0 } };
    },
  });
  const steps = [step('types', 'format'), step('lint'), step('format'), step('build', 'types')];
  const counts = await runSteps([steps]);

  expect(counts).toHaveLength(4);
  expect(ended).toEqual(['lint', 'format', 'types', 'build']);
  expect(printed.join('').replaceAll(/\d+\.\d s/g, '1 s')).toBe(
    'types … ok, 1 s\nlint … ok, 1 s\nformat … ok, 1 s\nbuild … ok, 1 s\n',
  );
});
