import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The id that Chromium derives from the key in the manifest. */
export async function extensionIdOf(extensionDir: string): Promise<string> {
  const path = resolve(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { key?: string };
  if (manifest.key === undefined) throw new Error(`${path} has no key to derive the id from.`);
  const hash = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
  // Hexadecimal digits, mapped to the letters a to p.
  return hash.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
}
