import { readFile, rm } from 'node:fs/promises';

/** Removes an older run's report, so that a runner that crashes cannot be counted by it. */
export async function clearReport(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** A runner's JSON report; undefined when it wrote none that can be read. */
export async function readReport<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
