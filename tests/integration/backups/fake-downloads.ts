import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubLocks } from '../../fixtures/fake-locks';

interface FakeDownload {
  id: number;
  url: string;
  filename: string;
  state: 'in_progress' | 'complete' | 'interrupted';
  error?: string;
  exists: boolean;
  byExtensionId: string;
}

type Change = { id: number; state?: { current: string } };

/** The state of the fake downloads. */
export interface FakeDownloads {
  /** The browser's list of downloads. */
  known: FakeDownload[];
  /** Contents by path. */
  files: Map<string, string>;
  /** The error of the next downloads. */
  failWith: string | undefined;
  /** Called before a download ends. */
  onBegun: (() => void) | undefined;
}

const FOLDER = '/home/ada/Downloads';

/**
 * Gives the fake browser a downloads folder and the permissions, and the navigator locks, which
 * Node lacks.
 */
export function installFakeDownloads({ granted = true } = {}): FakeDownloads {
  const state: FakeDownloads = {
    known: [],
    files: new Map(),
    failWith: undefined,
    onBegun: undefined,
  };
  const listeners = new Set<(change: Change) => void>();
  const { downloads, permissions, runtime } = fakeBrowser;
  let lastId = 0;

  const end = async (item: FakeDownload): Promise<void> => {
    state.onBegun?.();
    const content = item.url.startsWith('blob:') ? await (await fetch(item.url)).text() : '';
    item.state = state.failWith === undefined ? 'complete' : 'interrupted';
    if (state.failWith === undefined) {
      item.exists = true;
      state.files.set(item.filename, content);
    } else {
      item.error = state.failWith;
    }
    for (const listener of listeners) listener({ id: item.id, state: { current: item.state } });
  };

  vi.spyOn(permissions, 'contains').mockImplementation(async () => granted);
  vi.spyOn(runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papershelf',
    version: '1',
    optional_permissions: ['downloads', 'offscreen'],
  });
  vi.spyOn(downloads.onChanged, 'addListener').mockImplementation((listener) => {
    listeners.add(listener as (change: Change) => void);
  });
  vi.spyOn(downloads.onChanged, 'removeListener').mockImplementation((listener) => {
    listeners.delete(listener as (change: Change) => void);
  });
  vi.spyOn(downloads, 'download').mockImplementation(async (options) => {
    const isTaken = (path: string): boolean =>
      state.files.has(path) ||
      state.known.some((item) => item.state === 'in_progress' && item.filename === path);
    const wanted = `${FOLDER}/${options.filename}`;
    let filename = wanted;
    for (let n = 1; options.conflictAction === 'uniquify' && isTaken(filename); n += 1) {
      filename = wanted.replace('.json', ` (${n}).json`);
    }
    const item: FakeDownload = {
      id: (lastId += 1),
      url: options.url,
      filename,
      state: 'in_progress',
      exists: false,
      byExtensionId: runtime.id,
    };
    state.known.push(item);
    setTimeout(() => void end(item), 1);
    return item.id;
  });
  vi.spyOn(downloads, 'search').mockImplementation(async ({ id, url }) => {
    const found = state.known.filter(
      (item) => (id === undefined || item.id === id) && (url === undefined || item.url === url),
    );
    return found.map((item) => ({ ...item, exists: state.files.has(item.filename) })) as never[];
  });
  vi.spyOn(downloads, 'removeFile').mockImplementation(async (id) => {
    const item = state.known.find((each) => each.id === id);
    if (item === undefined || !state.files.delete(item.filename)) throw new Error('No such file');
  });
  vi.spyOn(downloads, 'erase').mockImplementation(async ({ id }) => {
    state.known = state.known.filter((item) => item.id !== id);
    return [];
  });
  stubLocks();
  return state;
}
