import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acceptIfRestored, acceptLibrary, isLost, libraryId } from '@/lib/backups/lost-library';
import { inDatabase, pieceStore, type PieceStore } from '@/lib/backups/second-copy/piece-store';
import { COPY_ALARM, scheduleCopy } from '@/lib/backups/second-copy/schedule';
import { keepSecondCopy, secondCopyFile } from '@/lib/backups/second-copy/second-copy';
import { writeCopy } from '@/lib/backups/second-copy/write-copy';
import { CopyDatabase } from '@/lib/db/copy-database';
import { readFile } from '@/lib/import/read-file';
import { changeCards } from '@/lib/library/entries/bulk-card-changes';
import { editEntry, removeEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { applyImport } from '@/lib/library/import/import-papers';
import { setDismissed } from '@/lib/library/seen/dismissals';
import type { ImportedRecord } from '@/lib/import/format';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { libraryMemory } from '@/lib/settings/library-memory';
import { secondCopy } from '@/lib/settings/second-copy';
import { stubLocks } from '../../fixtures/fake-locks';
import { aPaper, openTestLibrary, rowsOf, type TestLibrary } from '../library/library-for-tests';

const MINUTE = 60_000;

let store: PieceStore;
const storeOf = async () => store;

beforeEach(() => {
  fakeBrowser.reset();
  stubLocks();
  store = inDatabase(new CopyDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }));
});

const copy = (library: TestLibrary) => keepSecondCopy(library, storeOf);

async function aLibrary(papers = 300): Promise<TestLibrary> {
  const library = openTestLibrary();
  const cards = Array.from({ length: papers }, (_, number) => aPaper(number, { abstract: 'long' }));
  await changeCards(library, cards, { kind: 'save' });
  const { id } = aPaper(7);
  await editEntry(library, id, { kind: 'note', base: '', text: 'Ein Wörtchen über 猫 👋' });
  await editEntry(library, id, { kind: 'add-tag', tag: 'a/b' });
  await editEntry(library, id, { kind: 'rating', rating: 4 });
  await editEntry(library, aPaper(8).id, { kind: 'status', status: 'read' });
  await removeEntry(library, aPaper(9).id);
  await setDismissed(library, aPaper(1000).id, true);
  return library;
}

async function restoreInto(library: TestLibrary): Promise<void> {
  const file = await secondCopyFile(storeOf);
  const records: ImportedRecord[] = [];
  const dismissals: Dismissal[] = [];
  for await (const batch of readFile(new Uint8Array(await file.arrayBuffer()), file.name)) {
    expect(batch.problems).toEqual([]);
    records.push(...batch.records);
    dismissals.push(...batch.dismissals);
  }
  await applyImport(library, records, {}, dismissals);
}

describe('the second copy', () => {
  it('restores everything that the reader wrote, and the titles', async () => {
    const library = await aLibrary();
    await copy(library);
    const restored = openTestLibrary();
    restored.clock.time += MINUTE;
    await restoreInto(restored);
    const [before, after] = [await rowsOf(library), await rowsOf(restored)];
    expect(after.entries).toEqual(before.entries);
    expect(after.dismissals).toEqual(before.dismissals);
    expect(after.papers.map(({ title }) => title)).toEqual(
      before.papers.filter(({ id }) => id !== aPaper(1000).id).map(({ title }) => title),
    );
    expect(after.papers.every(({ abstract }) => abstract === undefined)).toBe(true);
  });

  it('writes only the pieces that changed, at most once in five minutes', async () => {
    const library = await aLibrary(2000);
    await copy(library);
    const first = await secondCopy.read();
    expect(first.papers).toBe(1999);
    expect(first.pieces.length).toBeGreaterThan(8);
    const write = vi.spyOn(store, 'write');

    library.clock.time += MINUTE;
    await editEntry(library, aPaper(50).id, { kind: 'add-tag', tag: 'x' });
    await copy(library);
    expect(write).not.toHaveBeenCalled();
    expect((await fakeBrowser.alarms.get(COPY_ALARM))?.scheduledTime).toBe(first.at + 5 * MINUTE);

    library.clock.time += 4 * MINUTE;
    await copy(library);
    expect(write.mock.calls.map(([pieces]) => pieces.size)).toEqual([1]);
    const second = await secondCopy.read();
    const added = second.pieces.filter(({ key }) => !first.pieces.some((one) => one.key === key));
    expect(added).toHaveLength(1);
    expect((await store.keys()).toSorted()).toEqual(second.pieces.map(({ key }) => key).toSorted());

    library.clock.time += 5 * MINUTE;
    await copy(library);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('stays whole when writing it is interrupted', async () => {
    const library = await aLibrary();
    await copy(library);
    library.clock.time += 5 * MINUTE;
    await editEntry(library, aPaper(50).id, { kind: 'add-tag', tag: 'x' });
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('killed'));
    await expect(copy(library)).rejects.toThrow();
    set.mockRestore();
    const restored = openTestLibrary();
    await restoreInto(restored);
    expect(await restored.db.entries.count()).toBe(300);
    await copy(library);
    expect((await store.keys()).length).toBe((await secondCopy.read()).pieces.length);
  });

  it('keeps to its limit: without titles, then without what was edited longest ago', async () => {
    const library = await aLibrary(2000);
    const whole = await writeCopy(library.db, store, []);
    const size = (pieces: readonly { size: number }[]) =>
      pieces.reduce((sum, p) => sum + p.size, 0);
    const without = await writeCopy(library.db, store, [], size(whole.pieces) - 1);
    expect(without.omitted).toBe(0);
    expect(size(without.pieces)).toBeLessThan(size(whole.pieces));
    library.clock.time += MINUTE;
    await editEntry(library, aPaper(50).id, { kind: 'note', base: '', text: 'newest' });
    const few = await writeCopy(library.db, store, [], size(without.pieces) / 4);
    expect(size(few.pieces)).toBeLessThanOrEqual(size(without.pieces) / 4);
    expect(few.omitted).toBeGreaterThan(1000);
    await secondCopy.write({ ...(await secondCopy.read()), pieces: few.pieces });
    const restored = openTestLibrary();
    await restoreInto(restored);
    expect(await restored.db.entries.get(aPaper(50).id)).toMatchObject({ note: 'newest' });
    expect(await restored.db.entries.count()).toBeLessThan(1000);
  });

  it('loses only the rows of a damaged piece', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const library = await aLibrary(2000);
    await copy(library);
    const [key = ''] = await store.keys();
    await store.write(new Map([[key, 'no base64 at all']]));
    const restored = openTestLibrary();
    await restoreInto(restored);
    const count = await restored.db.entries.count();
    expect(count).toBeLessThan(2000);
    expect(count).toBeGreaterThan(1400);
  });

  it('is not where content scripts can read it or hear of it', async () => {
    const heard: unknown[] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => heard.push(changes));
    const library = await aLibrary();
    await copy(library);
    const stored = JSON.stringify([await fakeBrowser.storage.local.get(), heard]);
    expect(stored).not.toContain('piece:');
    expect(stored).not.toContain(aPaper(7).id);

    // Where the browser can close the area, the copy is there.
    const setAccessLevel = vi.fn(async () => {});
    Object.assign(fakeBrowser.storage.local, { setAccessLevel });
    const closed = await pieceStore();
    await closed.write(new Map([['key', 'words']]));
    expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    expect(await fakeBrowser.storage.local.get('piece:key')).toEqual({ 'piece:key': 'words' });
    expect(await closed.keys()).toEqual(['key']);
    expect(await closed.read(['key', 'other'])).toEqual(['words', undefined]);
    await closed.remove(['key']);
    expect(await closed.keys()).toEqual([]);
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: undefined });
  });

  it('is scheduled once for many changes, also after the clock was ahead', async () => {
    const now = Date.UTC(2026, 10, 30);
    await scheduleCopy(now + 365 * 24 * 60 * MINUTE);
    await scheduleCopy(now);
    await scheduleCopy(now + MINUTE / 2);
    expect((await fakeBrowser.alarms.get(COPY_ALARM))?.scheduledTime).toBe(now + MINUTE);
  });
});

describe('a library that the browser deleted', () => {
  const lost = async ({ db }: TestLibrary) =>
    isLost(await libraryMemory.read(), await libraryId(db));

  it('is noticed, even when papers were saved since, and its copy is kept', async () => {
    const former = await aLibrary();
    await copy(former);
    expect(await lost(former)).toBe(false);

    const library = openTestLibrary();
    library.clock.time += 10 * MINUTE;
    expect(await lost(library)).toBe(true);
    await savePaper(library, aPaper(1));
    await copy(library);
    expect(await lost(library)).toBe(true);
    expect((await secondCopy.read()).papers).toBe(299);

    await restoreInto(library);
    await acceptIfRestored(library.db);
    expect(await lost(library)).toBe(false);
    await copy(library);
    expect(await libraryMemory.read()).toMatchObject({ papers: 299 });
  });

  it('is accepted when the reader says so, and then copied', async () => {
    await copy(await aLibrary());
    const library = openTestLibrary();
    library.clock.time += 10 * MINUTE;
    await savePaper(library, aPaper(1));
    await acceptIfRestored(library.db);
    expect(await lost(library)).toBe(true);
    await acceptLibrary(library.db);
    expect(await lost(library)).toBe(false);
    await copy(library);
    expect((await secondCopy.read()).papers).toBe(1);
  });

  it('is not a library that the reader emptied', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    await copy(library);
    await library.db.entries.clear();
    library.clock.time += 10 * MINUTE;
    await copy(library);
    expect(await lost(library)).toBe(false);
    expect(await libraryMemory.read()).toMatchObject({ papers: 0 });
  });

  it('is not the library of an earlier release, which nothing remembers', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    expect(await lost(library)).toBe(false);
  });
});
