import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { command } from './command';

/** The programs on the search path that have one of these names, in the names' order. */
export function onSearchPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => folders.map((folder) => resolve(folder, name)));
  return [...new Set(paths)].filter((path) => existsSync(path));
}

/**
 * What the program says its version is; undefined when it cannot be run, as a browser whose
 * libraries are missing.
 */
export async function versionOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  // Browsers open a window there instead of answering.
  if (process.platform === 'win32') return '';
  const { ok, output } = await command([path, '--version'], { timeoutMs: 20_000 });
  return ok ? output : undefined;
}
