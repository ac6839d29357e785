import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const oxlint = join(project, 'node_modules/.bin/oxlint');

// Each breaks a rule of the house; the linter, with the project's own rules, must say so.
const violations: Record<string, string> = {
  'lib/papers/a.ts': `import { db } from '../db/database'; export const a = db;`,
  'lib/papers/b.ts': `export const b = document.title;`,
  'lib/sites/a.ts': `import { bibtex } from '../export/bibtex'; export const a = bibtex;`,
  'lib/sites/b.ts': `export const b = location.href;`,
  'lib/export/a.ts': `import { Dexie } from 'dexie'; export const a = Dexie;`,
  'lib/db/a.ts': `import { savePaper } from '../library/save-paper'; export const a = savePaper;`,
  'lib/library/a.ts': `import { browser } from 'wxt/browser'; export const a = browser;`,
  'lib/page/a.ts': `import { PapershelfDatabase } from '../db/database'; export const a = PapershelfDatabase;`,
  'entrypoints/listing.content/a.ts': `import { Dexie } from 'dexie'; export const a = Dexie;`,
  'components/a.tsx': `import { browser } from 'wxt/browser'; export const a = browser;`,
  'components/b.tsx': `import { Dexie } from 'dexie'; export const b = Dexie;`,
  'components/c.tsx': `export const c = (div: HTMLElement) => { div.innerHTML = 'x'; };`,
  'components/d.tsx': `export const D = () => <div dangerouslySetInnerHTML={{ __html: 'x' }} />;`,
  'lib/messaging/a.ts': `import browser from 'webextension-polyfill'; export const a = browser;`,
};

// What the layers may do, so that the rules are not simply "nothing".
const permitted: Record<string, string> = {
  'lib/sites/fine.ts': `import { isDay } from '../papers/day'; export const a = isDay('x');`,
  'lib/library/fine.ts': `import { PapershelfDatabase } from '../db/database'; export const a = new PapershelfDatabase();`,
  'lib/page/fine.ts': `import type { PaperState } from '../library/paper-state'; export type A = PaperState;`,
};

describe('the linter holds the layers', () => {
  let folder = '';
  let complaints = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'papershelf-layers-'));
    copyFileSync(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const [path, code] of Object.entries({ ...violations, ...permitted })) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    try {
      execFileSync(oxlint, ['--format=unix'], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      complaints = String((error as { stdout: unknown }).stdout);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(violations))('%s', (path) => expect(complaints).toContain(path));
  it.each(Object.keys(permitted))('%s', (path) => expect(complaints).not.toContain(path));
});
