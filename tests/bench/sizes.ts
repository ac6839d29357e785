import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromeExtension } from '../run/paths';
import { kilobytes, type Figure } from './table';

/** The size of each script and style sheet of the built extension, the biggest first. */
export async function measureBundles(): Promise<Figure[]> {
  const files = (await readdir(chromeExtension, { recursive: true })).filter((name) =>
    /\.(js|css)$/.test(name),
  );
  const sizes = await Promise.all(
    files.map(async (name) => {
      const content = await readFile(resolve(chromeExtension, name));
      return { name, bytes: content.length, zipped: gzipSync(content).length };
    }),
  );
  return sizes
    .toSorted((a, b) => b.zipped - a.zipped)
    .map(({ name, bytes, zipped }) => ({
      what: `bundle ${name.replace(/-[\w-]{8}\.(js|css)$/, '.$1')}`,
      value: `${kilobytes(bytes)}, ${kilobytes(zipped)} gzip`,
      goal: name.startsWith('content-scripts') && name.endsWith('.js') ? '≤ 30 kB gzip' : '',
    }));
}
