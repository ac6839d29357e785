import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies a built extension to the folder `to`, with its optional permissions made required: a
 * headless browser shows no permission prompt.
 * @returns the folder
 */
export async function withAllGranted(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, string[]>;
  const both = (...keys: string[]) => keys.flatMap((key) => manifest[key] ?? []);
  const granted = {
    permissions: both('permissions', 'optional_permissions'),
    host_permissions: both('host_permissions', 'optional_host_permissions'),
  };
  await writeFile(path, JSON.stringify({ ...manifest, ...granted }));
  return to;
}
