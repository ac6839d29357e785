import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { command } from './command';

/** The programs on the search path with these names, in order of the names. */
export function onSearchPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => folders.map((folder) => resolve(folder, name)));
  return [...new Set(paths)].filter((path) => existsSync(path));
}

/**
 * The output of `--version`; undefined if the program cannot run, e.g. for missing libraries.
 */
export async function versionOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  // On Windows browsers open a window instead.
  if (process.platform === 'win32') return '';
  const { ok, output } = await command([path, '--version'], { timeoutMs: 20_000 });
  return ok ? output : undefined;
}
