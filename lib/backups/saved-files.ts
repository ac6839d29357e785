import { browser, type Browser } from 'wxt/browser';
import { Failure } from '@/lib/shared/failure';
import type { BackupFile } from '@/lib/settings/backup-files';

/** The folder for copies, in the reader's downloads folder. */
const FOLDER = 'Papershelf';

type Download = Browser.downloads.DownloadItem;

/** Where a saved file is. */
export type SavedFile = Required<Pick<BackupFile, 'fileName' | 'downloadId'>>;

/**
 * Saves what is at the address `url` as a file named `name` in our folder; beside another of that
 * name, not over it. Asked again for the same address, it saves no second file. Needs the downloads
 * permission.
 * @throws Failure `storage-full` or `copy-failed`, when there is no whole file
 */
export async function saveFile(url: string, name: string): Promise<SavedFile> {
  const [former] = await browser.downloads.search({ url });
  const item = await settled(former?.id ?? (await start(url, name, 'uniquify')));
  if (item.state !== 'complete') {
    const code = item.error === 'FILE_NO_SPACE' ? 'storage-full' : 'copy-failed';
    throw new Failure(code, item.error);
  }
  return { fileName: item.filename, downloadId: item.id };
}

/**
 * Removes the file of a copy, and takes it off the browser's list of downloads. A file that the
 * reader deleted or moved stays so.
 * @throws when there is a file and it could not be removed
 */
export async function removeFile(backup: BackupFile): Promise<void> {
  const item = (await downloadOf(backup)) ?? (await takeOver(backup));
  if (item.exists) await browser.downloads.removeFile(item.id);
  await browser.downloads.erase({ id: item.id });
}

/** What became of a copy's file: there, gone, or the browser does not know. */
export type FileState = 'there' | 'gone' | 'unknown';

/** What became of a copy's file. Needs the downloads permission. */
export async function fileState(backup: BackupFile): Promise<FileState> {
  const item = await downloadOf(backup);
  if (item === undefined) return 'unknown';
  return item.exists ? 'there' : 'gone';
}

/** Shows a copy's file in the system's file manager. */
export async function showFile({ downloadId }: BackupFile): Promise<void> {
  if (downloadId !== undefined) browser.downloads.show(downloadId);
}

/** Calls `onChange` whenever a download changes, such as by its file's being deleted. */
export function onDownloadChange(onChange: () => void, signal: AbortSignal): void {
  browser.downloads.onChanged.addListener(onChange);
  signal.addEventListener('abort', () => browser.downloads.onChanged.removeListener(onChange));
}

/**
 * The browser's record of a copy. Numbers alone do not tell: Firefox counts from 1 again at every
 * start, so that the number may be another file's by now.
 */
async function downloadOf({ downloadId, fileName }: BackupFile): Promise<Download | undefined> {
  if (downloadId === undefined) return undefined;
  const [item] = await browser.downloads.search({ id: downloadId });
  const isIt = item?.filename === fileName && item.byExtensionId === browser.runtime.id;
  return isIt ? item : undefined;
}

/**
 * Only a file that the browser has a record of can be removed, and it forgets: Firefox all that was
 * downloaded at every start, any when its history is cleared. So an empty file is put in place of
 * the copy, for which there is a record.
 */
async function takeOver({ fileName }: BackupFile): Promise<Download> {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const { address, forget } = emptyFile();
  try {
    return await settled(await start(address, name, 'overwrite'));
  } finally {
    forget();
  }
}

/** Firefox downloads no `data:` address, and Chromium's worker makes no `blob:` one. */
function emptyFile(): { address: string; forget(): void } {
  if (!canMakeFiles()) return { address: 'data:application/json,', forget() {} };
  const address = URL.createObjectURL(new Blob([], { type: 'application/json' }));
  return { address, forget: () => URL.revokeObjectURL(address) };
}

/** Whether this part of the extension can make files; a service worker cannot. */
export function canMakeFiles(): boolean {
  return typeof URL.createObjectURL === 'function';
}

async function start(
  url: string,
  name: string,
  conflictAction: 'uniquify' | 'overwrite',
): Promise<number> {
  try {
    const filename = `${FOLDER}/${name}`;
    return await browser.downloads.download({ url, filename, conflictAction, saveAs: false });
  } catch (error) {
    throw new Failure('copy-failed', error);
  }
}

/** The download once it is complete, or was broken off. */
function settled(id: number): Promise<Download> {
  let onChanged: (change: Browser.downloads.DownloadDelta) => void;
  const done = new Promise<Download>((resolve, reject) => {
    const look = async (): Promise<void> => {
      const [item] = await browser.downloads.search({ id });
      if (item === undefined) throw new Failure('copy-failed', `download ${id} is gone`);
      if (item.state !== 'in_progress') resolve(item);
    };
    onChanged = (change) => {
      if (change.id === id && change.state !== undefined) look().catch(reject);
    };
    browser.downloads.onChanged.addListener(onChanged);
    look().catch(reject);
  });
  return done.finally(() => browser.downloads.onChanged.removeListener(onChanged));
}
