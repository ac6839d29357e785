import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromeExtension } from '../run/paths';
import type { Figure } from './table';

/** What every visitor of a listing loads. */
export async function measureContentScript(): Promise<Figure> {
  const script = await readFile(resolve(chromeExtension, 'content-scripts/listing.js'));
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  return {
    what: 'content script',
    value: `${kilobytes(script.length)}, ${kilobytes(gzipSync(script).length)} gzipped`,
    goal: '≤ 30 kB gzipped',
  };
}
