import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The size of the extension's IndexedDB in this profile, bytes. */
export async function bytesOnDisk(profile: string, extensionId: string): Promise<number> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const stores = (await readdir(folder)).filter((name) => name.includes(extensionId));
  const sizes = await Promise.all(stores.map((name) => sizeOf(join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path);
  const inside = await readdir(path).catch(() => []);
  const sizes = await Promise.all(inside.map((name) => sizeOf(join(path, name))));
  return inside.length === 0 ? size : sizes.reduce((sum, each) => sum + each, 0);
}
