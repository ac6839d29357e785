import { readdir, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromeExtension } from '../run/paths';
import { CONTENT_SCRIPT_BUDGET } from '../run/size-budget';
import { kibibytes, type Figure } from './table';

/** Lazy chunks from this size on are listed, bytes gzipped. */
const MIN_LISTED_SIZE = 10 * 1024;

/** The size that each part of the built extension loads at start, and of large lazy chunks. */
export async function measureBundles(): Promise<Figure[]> {
  const files = (await readdir(chromeExtension, { recursive: true })).filter((name) =>
    /\.(js|css)$/.test(name),
  );
  const popup = await loadedBy('popup.html');
  const library = await loadedBy('library.html');
  const early = new Set([...popup, ...library, 'background.js']);
  const figures = [
    await sizeOf(
      'content script',
      ['content-scripts/listing.js'],
      `≤ ${kibibytes(CONTENT_SCRIPT_BUDGET)} gzip`,
    ),
    await sizeOf('popup.html, script and style', popup),
    await sizeOf('library.html, script and style', library),
    await sizeOf('background', ['background.js', ...(await importsOf('background.js'))]),
  ];
  const later = files.filter((name) => !early.has(name) && !name.startsWith('content-scripts'));
  for (const name of later.toSorted()) {
    const { length } = gzipSync(await readFile(resolve(chromeExtension, name)));
    const plain = basename(name).replace(/-[\w-]{8}\.(js|css)$/, '.$1');
    if (length >= MIN_LISTED_SIZE) figures.push(await sizeOf(`on demand: ${plain}`, [name]));
  }
  return figures;
}

async function sizeOf(what: string, names: readonly string[], goal = ''): Promise<Figure> {
  const contents = await Promise.all(names.map((name) => readFile(resolve(chromeExtension, name))));
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  const zipped = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  return { what, value: `${kibibytes(bytes)}, ${kibibytes(zipped)} gzip`, goal };
}

/** The scripts and style sheets of a page, with static imports. */
async function loadedBy(page: string): Promise<string[]> {
  const html = await readFile(resolve(chromeExtension, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    ([, name = '']) => name,
  );
  const scripts = named.filter((name) => name.endsWith('.js'));
  const imported = await Promise.all(scripts.map((name) => importsOf(name)));
  return [...new Set([...named, ...imported.flat()])];
}

/** The static imports of a script, recursively. */
async function importsOf(name: string, seen = new Set<string>()): Promise<string[]> {
  const text = await readFile(resolve(chromeExtension, name), 'utf8');
  for (const [, from = ''] of text.matchAll(/(?:from|import)"\.\/(?:chunks\/)?([^"]+\.js)"/g)) {
    const path = `chunks/${from}`;
    if (seen.has(path)) continue;
    seen.add(path);
    await importsOf(path, seen);
  }
  return [...seen];
}
