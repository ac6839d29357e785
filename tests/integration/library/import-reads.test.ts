import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import type { ImportedRecord } from '@/lib/import/format';
import { applyImport, planImport } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { openTestLibrary } from './library-for-tests';

/** Papers of arXiv, with a DOI, and with neither. */
function records(count: number): ImportedRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const digits = String(number).padStart(5, '0');
    const ids: PaperId[] = [`arxiv:25${digits.slice(0, 2)}.${digits}`, `doi:10.1/${digits}`];
    const id = ids[number % 3] ?? `title:${digits}`;
    return { paper: { id, title: `Paper ${number}` }, entry: {}, line: number };
  });
}

/** Counts the database's read requests. */
function countReads(): () => number {
  const spies = [IDBObjectStore, IDBIndex].flatMap(({ prototype }) => [
    vi.spyOn(prototype, 'get'),
    vi.spyOn(prototype, 'getAll'),
    vi.spyOn(prototype, 'getAllKeys'),
    vi.spyOn(prototype, 'openCursor'),
    vi.spyOn(prototype, 'openKeyCursor'),
  ]);
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

it('an import of new papers reads the library in few requests, not one for each paper', async () => {
  const library = openTestLibrary();
  const reads = countReads();
  await planImport(library, records(3000));
  const { counts } = await applyImport(library, records(3000));
  expect(counts.new).toBe(3000);
  expect(reads()).toBeLessThan(400);
});

it('an import of known papers in the order of backups reads their rows by ranges', async () => {
  const library = openTestLibrary();
  const inOrder = records(3000).toSorted((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  await applyImport(library, inOrder);
  const reads = countReads();
  const { counts } = await applyImport(library, inOrder);
  expect(counts.unchanged).toBe(3000);
  expect(reads()).toBeLessThan(400);
});
