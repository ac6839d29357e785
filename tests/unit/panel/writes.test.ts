import { expect, test, vi } from 'vitest';
import { Writes } from '@/entrypoints/panel/writes';
import { Failure } from '@/lib/shared/failure';
import { promised } from '../content-script/listing-for-tests';

const note = (text: string) => ({ kind: 'note', base: '', text }) as const;
const fail = () => Promise.reject(new Failure('storage-full'));

test('keeps the words that could not be stored, one for each field, until they are', async () => {
  const onChange = vi.fn<(hasUnstored: boolean) => void>();
  const writes = new Writes(onChange);
  await expect(writes.edit(note('a'), fail)).rejects.toThrow('storage-full');
  await expect(writes.edit(note('ab'), fail)).rejects.toThrow('storage-full');
  await expect(writes.edit({ kind: 'add-tag', tag: 'x/y' }, fail)).rejects.toThrow('storage-full');
  await expect(writes.edit({ kind: 'status', status: 'read' }, fail)).rejects.toThrow();
  expect(writes.unstored).toBe('ab\nx/y');
  expect(onChange).toHaveBeenLastCalledWith(true);

  await writes.edit({ kind: 'add-tag', tag: 'x/y' }, async () => {});
  expect(writes.unstored).toBe('ab');
  await writes.edit(note('abc'), async () => {});
  expect(writes.unstored).toBe('');
  expect(onChange).toHaveBeenLastCalledWith(false);
});

test('waits for writes, also for those that start meanwhile', async () => {
  const writes = new Writes(() => {});
  const [first, second] = [promised<void>(), promised<void>()];
  void writes.track(first.promise).then(() => writes.track(second.promise));
  const settled = vi.fn();
  const waiting = writes.settled().then(settled);
  first.resolve();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(settled).not.toHaveBeenCalled();
  second.resolve();
  await waiting;
});
