import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAutomaticBackup, makeBackupIfDue } from '@/lib/backups/automatic';
import { makeBackupByHand, recordManualBackup } from '@/lib/backups/by-hand';
import { fileState } from '@/lib/backups/saved-files';
import { hasChanged, libraryFingerprint } from '@/lib/backups/library-fingerprint';
import { writeBackupFile } from '@/lib/backups/write-backup-file';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { editEntry } from '@/lib/library/entries/edit-entry';
import { applyImport } from '@/lib/library/import/import-papers';
import { savePaper } from '@/lib/library/entries/save-paper';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { backupFiles } from '@/lib/settings/backup-files';
import { backupFailure } from '@/lib/settings/backup-failure';
import { aBackupFile } from '../../unit/backups/a-backup-file';
import { aPaper, openTestLibrary, type TestLibrary } from '../library/library-for-tests';
import { installFakeDownloads, type FakeDownloads } from './fake-downloads';

let library: TestLibrary;
let downloads: FakeDownloads;

beforeEach(async () => {
  fakeBrowser.reset();
  downloads = installFakeDownloads();
  library = openTestLibrary();
  await backupSchedule.write({ every: 'day', keep: 2 });
});

/** Changes the library a day later. */
async function nextDay(number: number): Promise<void> {
  library.clock.time += DAY_MS;
  await savePaper(library, aPaper(number));
}

const names = () => [...downloads.files.keys()].map((path) => path.split('/').slice(4).join('/'));
const contents = () => [...downloads.files.values()];

describe('makeBackupIfDue', () => {
  it('writes a complete backup to the backup folder and lists it', async () => {
    await savePaper(library, aPaper(1));
    await makeBackupIfDue(library);
    expect(names()).toEqual(['Papershelf/papershelf-2026-09-28.backup.json']);
    expect(JSON.parse(contents()[0] ?? '')).toMatchObject({
      format: 'papershelf-backup',
      papers: [{ id: aPaper(1).id }],
      entries: [{ paperId: aPaper(1).id }],
    });
    expect(await backupFiles.read()).toEqual([
      {
        at: library.clock.time,
        fileName: '/home/ada/Downloads/Papershelf/papershelf-2026-09-28.backup.json',
        downloadId: 1,
        bytes: contents()[0]?.length,
        papers: 1,
        automatic: true,
        fingerprint: { entries: 1, updatedAt: library.clock.time, dismissals: 0 },
      },
    ]);
  });

  it('makes no backup of an empty library, before it is due, or without a change', async () => {
    await makeBackupIfDue(library);
    expect(names()).toEqual([]);
    await savePaper(library, aPaper(1));
    await makeBackupIfDue(library);
    await savePaper(library, aPaper(2));
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(1);
    library.clock.time += DAY_MS;
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(2);
    library.clock.time += DAY_MS;
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(2);
    await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'brain' });
    await makeBackupIfDue(library);
    expect(contents().at(-1)).toContain('brain');
  });

  it('makes no backup when switched off or without permission', async () => {
    await savePaper(library, aPaper(1));
    await backupSchedule.write({ every: 'off', keep: 2 });
    await makeBackupIfDue(library);
    await backupSchedule.write({ every: 'day', keep: 2 });
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
    await makeBackupIfDue(library);
    expect(names()).toEqual([]);
  });

  it('makes one backup for concurrent calls', async () => {
    await savePaper(library, aPaper(1));
    await Promise.all([1, 2, 3].map(() => makeBackupIfDue(library)));
    expect(names()).toHaveLength(1);
    expect(await backupFiles.read()).toHaveLength(1);
  });

  it('replaces the oldest backup', async () => {
    for (const number of [1, 2, 3, 4]) {
      await nextDay(number);
      await makeBackupIfDue(library);
    }
    expect((await backupFiles.read()).map(({ papers }) => papers)).toEqual([4, 3]);
    expect(names()).toEqual([
      'Papershelf/papershelf-2026-10-01.backup.json',
      'Papershelf/papershelf-2026-10-02.backup.json',
    ]);
    // Their entries in the browser's list of downloads are erased too.
    expect(downloads.known).toHaveLength(2);
  });

  it('deletes the right file when the browser reused the download ID for another file', async () => {
    await nextDay(1);
    await makeBackupIfDue(library);
    await nextDay(2);
    await makeBackupIfDue(library);
    const [newest, oldest] = await backupFiles.read();
    const unrelated = '/home/ada/Downloads/thesis.pdf';
    downloads.files.set(unrelated, 'years of work');
    for (const item of downloads.known) item.filename = unrelated;
    await nextDay(3);
    await makeBackupIfDue(library);
    expect(downloads.files.get(unrelated)).toBe('years of work');
    expect([...downloads.files.keys()]).not.toContain(oldest?.fileName);
    expect([...downloads.files.keys()]).toContain(newest?.fileName);
    expect(await backupFiles.read()).toHaveLength(2);
  });

  it('keeps full backups when the library was lost', async () => {
    await backupSchedule.write({ every: 'day', keep: 1 });
    for (const number of [1, 2, 3, 4, 5]) {
      await nextDay(number);
      await makeBackupIfDue(library);
    }
    const full = names();
    expect(full).toHaveLength(1);
    // The database is lost, `storage.local` is not.
    const { clock } = library;
    library = openTestLibrary();
    library.clock.time = clock.time + DAY_MS;
    await makeBackupIfDue(library);
    expect(names()).toEqual(full);
    for (const number of [6, 7]) {
      await nextDay(number);
      await makeBackupIfDue(library);
      expect(names()).toHaveLength(2);
      expect(names()).toEqual(expect.arrayContaining(full));
    }
    // From half of the earlier papers on, new backups replace the old.
    await nextDay(8);
    await makeBackupIfDue(library);
    expect((await backupFiles.read()).map(({ papers }) => papers)).toEqual([3]);
    expect(names()).toHaveLength(1);
  });

  it('backs up an edit made after another with a clock that was ahead', async () => {
    const { time } = library.clock;
    await savePaper(library, aPaper(1));
    await savePaper(library, aPaper(2));
    library.clock.time = Date.UTC(2090, 0, 1);
    await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'ahead' });
    library.clock.time = time + 1000;
    await makeBackupIfDue(library);
    library.clock.time += DAY_MS;
    await editEntry(library, aPaper(2).id, { kind: 'add-tag', tag: 'brain' });
    await makeBackupIfDue(library);
    expect(contents().at(-1)).toContain('brain');
    library.clock.time += DAY_MS;
    await editEntry(library, aPaper(1).id, { kind: 'add-tag', tag: 'eeg' });
    await makeBackupIfDue(library);
    expect(contents().at(-1)).toContain('eeg');
    library.clock.time += DAY_MS;
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(2);
    expect((await backupFiles.read())[0]?.at).toBe(library.clock.time - DAY_MS);
  });

  it('detects an edit next to a restored entry dated in the future', async () => {
    await applyImport(library, [
      { paper: aPaper(1), entry: { updatedAt: Date.UTC(2090, 0, 1) }, line: 1 },
      { paper: aPaper(2), entry: {}, line: 2 },
    ]);
    const before = await libraryFingerprint(library);
    library.clock.time += 1;
    await editEntry(library, aPaper(2).id, { kind: 'add-tag', tag: 'brain' });
    expect(hasChanged(before, await libraryFingerprint(library))).toBe(true);
  });

  it('backs up a dismissal and its undo', async () => {
    await savePaper(library, aPaper(1));
    await makeBackupIfDue(library);
    library.clock.time += DAY_MS;
    await setDismissed(library, aPaper(2).id, true);
    await makeBackupIfDue(library);
    expect(contents().at(-1)).toContain(aPaper(2).id);
    library.clock.time += DAY_MS;
    await setDismissed(library, aPaper(2).id, false);
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(2);
    expect((await backupFiles.read())[0]).toMatchObject({
      at: library.clock.time,
      fingerprint: { dismissals: 0 },
    });
  });

  it('makes no backup only because an older release recorded no dismissals', async () => {
    await savePaper(library, aPaper(1));
    await setDismissed(library, aPaper(2).id, true);
    const { time } = library.clock;
    const listed = aBackupFile(time, { fingerprint: { entries: 1, updatedAt: time } });
    await backupFiles.write([listed]);
    expect(await backupFiles.read()).toEqual([listed]);
    library.clock.time += DAY_MS;
    await makeBackupIfDue(library);
    expect(names()).toEqual([]);
  });

  it('ignores backup files that the reader moved or deleted', async () => {
    for (const number of [1, 2]) {
      await nextDay(number);
      await makeBackupIfDue(library);
    }
    const oldest = (await backupFiles.read())[1];
    downloads.files.delete(oldest?.fileName ?? '');
    await nextDay(3);
    await makeBackupIfDue(library);
    expect(await backupFiles.read()).toHaveLength(2);
    expect(names()).toHaveLength(2);
  });

  it('keeps files that could not be removed on the list, and retries', async () => {
    const removeFile = vi
      .spyOn(fakeBrowser.downloads, 'removeFile')
      .mockRejectedValue(new Error('busy'));
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (const number of [1, 2, 3]) {
      await nextDay(number);
      await makeBackupIfDue(library);
    }
    expect(await backupFiles.read()).toHaveLength(3);
    removeFile.mockImplementation(async (id) => {
      downloads.files.delete(downloads.known.find((item) => item.id === id)?.filename ?? '');
    });
    await nextDay(4);
    await makeBackupIfDue(library);
    expect((await backupFiles.read()).map(({ papers }) => papers)).toEqual([4, 3]);
    expect(names()).toHaveLength(2);
  });

  it('records a failed download as a failure and retries after an hour', async () => {
    await savePaper(library, aPaper(1));
    downloads.failWith = 'FILE_NO_SPACE';
    await expect(makeBackupIfDue(library)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await backupFiles.read()).toEqual([]);
    expect(await backupFailure.read()).toEqual({ at: library.clock.time, code: 'storage-full' });
    downloads.failWith = undefined;
    await makeBackupIfDue(library);
    expect(names()).toEqual([]);
    library.clock.time += HOUR_MS;
    await makeBackupIfDue(library);
    expect(names()).toHaveLength(1);
    expect(await backupFailure.read()).toBeNull();
  });

  it('fails with copy-failed when the browser refuses the download', async () => {
    await savePaper(library, aPaper(1));
    vi.spyOn(fakeBrowser.downloads, 'download').mockRejectedValue(
      new Error('canceled by the user'),
    );
    await expect(makeBackupIfDue(library)).rejects.toMatchObject({ code: 'copy-failed' });
    expect(await backupFailure.read()).toMatchObject({ code: 'copy-failed' });
  });

  it('opens one offscreen document where the background cannot make files', async () => {
    await savePaper(library, aPaper(1));
    vi.stubGlobal('URL', { ...URL, createObjectURL: undefined });
    const open: object[] = [];
    vi.spyOn(fakeBrowser.runtime, 'getContexts').mockImplementation(async () => open as never);
    const create = vi.spyOn(fakeBrowser.offscreen, 'createDocument');
    create.mockImplementation(async () => void open.push({}));
    await makeBackupIfDue(library);
    await makeBackupIfDue(library);
    vi.unstubAllGlobals();
    expect(create).toHaveBeenCalledTimes(1);
    expect(create).toHaveBeenCalledWith(expect.objectContaining({ url: 'backup-writer.html' }));
    expect(await backupFiles.read()).toEqual([]);
  });
});

describe('keepAutomaticBackup', () => {
  it('saves the file once for repeated messages', async () => {
    await savePaper(library, aPaper(1));
    const { file, backup } = await writeBackupFile(library);
    const url = URL.createObjectURL(file);
    await keepAutomaticBackup(library, url, backup);
    await keepAutomaticBackup(library, url, backup);
    expect(names()).toHaveLength(1);
    expect(await backupFiles.read()).toHaveLength(1);
  });

  it('adopts the download of a killed worker', async () => {
    await savePaper(library, aPaper(1));
    const { file, backup } = await writeBackupFile(library);
    const url = URL.createObjectURL(file);
    // The first worker was killed after it began the download.
    await fakeBrowser.downloads.download({
      url,
      filename: 'Papershelf/papershelf-2026-09-28.backup.json',
      conflictAction: 'uniquify',
    });
    await keepAutomaticBackup(library, url, backup);
    expect(names()).toHaveLength(1);
    expect(await backupFiles.read()).toMatchObject([{ downloadId: 1 }]);
  });

  it('saves nothing when another backup was made first', async () => {
    await savePaper(library, aPaper(1));
    const { file, backup } = await writeBackupFile(library);
    await makeBackupIfDue(library);
    await keepAutomaticBackup(library, URL.createObjectURL(file), backup);
    expect(names()).toHaveLength(1);
  });
});

describe('makeBackupByHand', () => {
  const download = vi.fn<(name: string, file: Blob) => void>();

  it('writes to the backup folder when permitted, and its files are never removed', async () => {
    await savePaper(library, aPaper(1));
    await makeBackupByHand(library, download);
    for (const number of [2, 3, 4, 5]) {
      await nextDay(number);
      await makeBackupIfDue(library);
    }
    expect(download).not.toHaveBeenCalled();
    expect((await backupFiles.read()).map(({ automatic }) => automatic)).toEqual([
      true,
      true,
      false,
    ]);
    expect(names()).toContain('Papershelf/papershelf-2026-09-28.backup.json');
  });

  it('falls back to an ordinary download, which is recorded too', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
    await savePaper(library, aPaper(1));
    await makeBackupByHand(library, download);
    expect(download).toHaveBeenCalledWith('papershelf-2026-09-28.backup.json', expect.any(Blob));
    expect(await backupFiles.read()).toMatchObject([
      { fileName: 'papershelf-2026-09-28.backup.json', automatic: false, papers: 1 },
    ]);
  });

  it('records a backup made by an export', async () => {
    await savePaper(library, aPaper(1));
    const at = library.clock.time;
    await recordManualBackup(library, { at, fileName: 'x.backup.json', bytes: 9, papers: 1 });
    expect(await backupFiles.read()).toMatchObject([
      { at, automatic: false, fingerprint: { entries: 1 } },
    ]);
  });
});

describe('fileState', () => {
  it('returns there, gone or unknown', async () => {
    await savePaper(library, aPaper(1));
    await makeBackupIfDue(library);
    const [backup] = await backupFiles.read();
    if (backup === undefined) throw new Error('There is no backup.');
    expect(await fileState(backup)).toBe('present');
    downloads.files.clear();
    expect(await fileState(backup)).toBe('missing');
    downloads.known.length = 0;
    expect(await fileState(backup)).toBe('unknown');
    const { downloadId: _, ...byLink } = backup;
    expect(await fileState(byLink)).toBe('unknown');
  });
});
