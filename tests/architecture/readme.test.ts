import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { IMPORT_FORMATS } from '@/lib/import/registry';
import { QUERY_KEYS } from '@/lib/query/keys';

const project = resolve(import.meta.dirname, '../..');
// Tables are padded into columns, which is nothing to look for.
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

  it('leads to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links)
      expect(() => readFileSync(join(project, link)), link).not.toThrow(/ENOENT/);
  });

  it('tells a newcomer the commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const told = [...readme.matchAll(/`npm (?:run )?([a-z:]+)`/g)].map(([, name]) => name ?? '');
    expect(told).toContain('start');
    expect(told).toContain('test');
    for (const name of told) expect(scripts).toHaveProperty([name]);
  });
});

describe('the top level', () => {
  it('is what the user wished for, and what a tool insists on', () => {
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
