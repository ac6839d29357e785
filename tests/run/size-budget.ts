import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kibibytes } from '../bench/table';
import { chromeExtension } from './paths';
import { failed, passed, type Step } from './step';

/** Bytes gzipped, of the script that every visit of a listing loads. */
export const CONTENT_SCRIPT_BUDGET = 27 * 1024;

export const sizeBudget: Step = {
  name: 'size of the content script',
  async run() {
    const folder = resolve(chromeExtension, 'content-scripts');
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.js'));
    if (files.length === 0) return failed('there is no built content script to weigh');
    const sizes = await Promise.all(
      ['../early.js', ...files].map(
        async (name) => gzipSync(await readFile(resolve(folder, name))).length,
      ),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const late = gzipSync(await readFile(resolve(chromeExtension, 'listing-lazy.js'))).length;
    const note = `${kibibytes(total)} of ${kibibytes(CONTENT_SCRIPT_BUDGET)} gzipped; loaded when needed ${kibibytes(late)}`;
    return total <= CONTENT_SCRIPT_BUDGET ? passed(note) : failed(note);
  },
};
