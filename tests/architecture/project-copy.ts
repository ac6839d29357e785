import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateTypeFile, parseMessagesFile } from '@wxt-dev/i18n/build';
import { runnerImport } from 'vite';

const project = resolve(import.meta.dirname, '../..');

const COPIED = [
  '.wxt',
  'components',
  'entrypoints',
  'lib',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** The product's sources in a folder of their own, to be changed, compiled and run. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'papershelf-adding-'));
  /** Files added or changed. */
  readonly touched = new Set<string>();

  constructor() {
    for (const path of COPIED) {
      cpSync(join(project, path), join(this.folder, path), { recursive: true });
    }
    symlinkSync(join(project, 'node_modules'), join(this.folder, 'node_modules'));
  }

  add(path: string, text: string): void {
    this.touched.add(path);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text, { flag: 'wx' });
  }

  /** Inserts `text` behind the only `anchor`. */
  insert(path: string, anchor: string, text: string): void {
    this.touched.add(path);
    const whole = readFileSync(join(this.folder, path), 'utf8');
    const [before, after, ...others] = whole.split(anchor);
    if (after === undefined || others.length > 0) throw new Error(`${path}: not one "${anchor}"`);
    writeFileSync(join(this.folder, path), before + anchor + text + after);
  }

  /** The compiler's errors. */
  async errors(): Promise<{ file: string; message: string }[]> {
    const messages = await parseMessagesFile(join(this.folder, 'lib/locales/en.yml'));
    await generateTypeFile(join(this.folder, '.wxt/i18n/structure.d.ts'), messages);
    const output = await new Promise<string>((done) => {
      execFile(
        join(project, 'node_modules/.bin/tsc'),
        ['--noEmit', '--pretty', 'false'],
        { cwd: this.folder },
        (_, stdout) => done(stdout),
      );
    });
    // Lines that begin with a space explain the one before.
    return output
      .split(/\n(?=\S)/)
      .filter((error) => error.trim() !== '')
      .map((error) => {
        const [, file = '', message = ''] = /^(\S+?)\(\d+,\d+\): (.*)$/s.exec(error) ?? [];
        if (file === '') throw new Error(error);
        return { file, message };
      });
  }

  /** Runs a file of the copy. */
  async run<T>(path: string): Promise<T> {
    const { module } = await runnerImport<T>(join(this.folder, path), {
      root: this.folder,
      configFile: false,
      resolve: { alias: { '@': this.folder, '#i18n': join(this.folder, 'i18n.ts') } },
    });
    return module;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
