import { browser, type Browser } from 'wxt/browser';
import { Failure } from '@/lib/shared/failure';
import type { BackupFile } from '@/lib/settings/backup-files';

/** Inside the downloads folder. */
const FOLDER = 'Papershelf';

type Download = Browser.downloads.DownloadItem;

export type SavedFile = Required<Pick<BackupFile, 'fileName' | 'downloadId'>>;

/**
 * Saves `url` as `name` in the folder, without overwriting. Idempotent per URL. Needs the downloads
 * permission.
 * @throws Failure `storage-full` or `copy-failed`, when the file is incomplete
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
 * Deletes a backup's file, if there, and its download record.
 * @throws when an existing file could not be deleted
 */
export async function removeFile(backup: BackupFile): Promise<void> {
  const item = (await downloadOf(backup)) ?? (await takeOver(backup));
  if (item.exists) await browser.downloads.removeFile(item.id);
  await browser.downloads.erase({ id: item.id });
}

/** `unknown` without a download record. */
export type FileState = 'present' | 'missing' | 'unknown';

/** Needs the downloads permission. */
export async function fileState(backup: BackupFile): Promise<FileState> {
  const item = await downloadOf(backup);
  if (item === undefined) return 'unknown';
  return item.exists ? 'present' : 'missing';
}

/** In the system's file manager. */
export async function showFile({ downloadId }: BackupFile): Promise<void> {
  if (downloadId !== undefined) browser.downloads.show(downloadId);
}

/** Calls `onChange` when a download changes, as by deletion. */
export function onDownloadChange(onChange: () => void, signal: AbortSignal): void {
  browser.downloads.onChanged.addListener(onChange);
  signal.addEventListener('abort', () => browser.downloads.onChanged.removeListener(onChange));
}

/** A backup's download record. Ids do not suffice: Firefox counts from 1 at every start. */
async function downloadOf({ downloadId, fileName }: BackupFile): Promise<Download | undefined> {
  if (downloadId === undefined) return undefined;
  const [item] = await browser.downloads.search({ id: downloadId });
  const isIt = item?.filename === fileName && item.byExtensionId === browser.runtime.id;
  return isIt ? item : undefined;
}

/**
 * Overwrites a backup with an empty file, for a download record, without which it cannot be
 * deleted. Records are lost with the history, and in Firefox at every start.
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

/** Firefox downloads no `data:` URL; Chromium's service worker makes no `blob:` URL. */
function emptyFile(): { address: string; forget(): void } {
  if (!canMakeFiles()) return { address: 'data:application/json,', forget() {} };
  const address = URL.createObjectURL(new Blob([], { type: 'application/json' }));
  return { address, forget: () => URL.revokeObjectURL(address) };
}

/** False in a service worker. */
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

/** Once complete or interrupted. */
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
