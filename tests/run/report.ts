import { readFile, rm } from 'node:fs/promises';

/** Removes the report of an earlier run, which must not count for a crashed one. */
export async function clearReport(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** A runner's JSON report; undefined if missing or invalid. */
export async function readReport<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
