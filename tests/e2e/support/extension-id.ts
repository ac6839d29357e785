import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The id that Chromium gives the extension, worked out from the key in its manifest. */
export async function extensionIdOf(extensionDir: string): Promise<string> {
  const path = resolve(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { key?: string };
  if (manifest.key === undefined) throw new Error(`${path} has no key to tell the id by.`);
  const hash = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  // Hexadecimal, but written with the letters a to p.
  return hash.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
}
