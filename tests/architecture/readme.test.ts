import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { IMPORT_FORMATS } from '@/lib/import/registry';
import { QUERY_KEYS } from '@/lib/query/keys';

const project = resolve(import.meta.dirname, '../..');
// Collapses the padding of table cells.
const readme = readFileSync(join(project, 'README.md'), 'utf8').replace(/ +/g, ' ');

describe('the README', () => {
  it('names every export format and its file', () => {
    for (const { label, extension } of EXPORT_FORMATS) {
      expect(readme).toContain(`| ${label} | \`.${extension}\` |`);
    }
  });

  it('names every import format', () => {
    const [, section = ''] = readme.split('## What it imports');
    for (const { label } of IMPORT_FORMATS) {
      for (const word of label.split(' ')) expect(section).toContain(word);
    }
  });

  it('has an example of every key of the query language', () => {
    for (const { key } of QUERY_KEYS) expect(readme).toContain(`\`${key}:`);
  });

  it('links to existing files', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links)
      expect(() => readFileSync(join(project, link)), link).not.toThrow(/ENOENT/);
  });

  it('names only existing npm scripts', () => {
    const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = [...readme.matchAll(/`npm (?:run )?([a-z:]+)`/g)].map(
      ([, name]) => name ?? '',
    );
    expect(commands).toContain('start');
    expect(commands).toContain('test');
    for (const name of commands) expect(scripts).toHaveProperty([name]);
  });
});

describe('the top-level folder', () => {
  it('contains only the agreed entries', () => {
    const own = readdirSync(project).filter(
      (name) => !name.startsWith('.') && name !== 'node_modules',
    );
    expect(own.sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'components',
        'docs',
        'entrypoints',
        'lib',
        'package-lock.json',
        'package.json',
        'tests',
        'tsconfig.json',
        'wxt.config.ts',
      ].sort(),
    );
  });
});
