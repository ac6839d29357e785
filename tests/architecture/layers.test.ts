import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const oxlint = join(project, 'node_modules/.bin/oxlint');

interface Case {
  name: string;
  path: string;
  code: string;
  /** The rule that forbids it, and no other; none when it is permitted. */
  rule: string | undefined;
}

const LAYERS = [
  'papers',
  'sites',
  'export',
  'import',
  'query',
  'search',
  'db',
  'library',
  'messaging',
  'settings',
  'backups',
  'daily-fetch',
  'page',
  'extension-pages',
];

const PACKAGES = [
  '#i18n',
  '#imports',
  '@observablehq/plot',
  '@retorquere/bibtex-parser',
  '@streamparser/json',
  '@tanstack/virtual-core',
  'dexie',
  'hast-util-to-jsx-runtime',
  'mdast-util-from-markdown',
  'mdast-util-to-hast',
  'node-diff3',
  'papaparse',
  'preact',
  'preact/hooks',
  'valibot',
  'webextension-polyfill',
  'wxt/browser',
];

/** What each room may import; `types` only as types. Whatever else is in the house it may not. */
const ROOMS: Record<string, { values: string[]; types?: string[] }> = {
  'lib/papers': { values: ['./other', 'node-diff3', 'valibot'] },
  'lib/sites': { values: ['./other', './a-site/other', '../papers/other'] },
  'lib/sites/a-site': { values: ['./other', '../other', '../../papers/other'] },
  'lib/export': { values: ['./other', '../papers/other'] },
  'lib/db': { values: ['./other', './versions/other', '../papers/other', 'dexie'] },
  'lib/db/versions': { values: ['./other', '../../papers/other', 'dexie'] },
  'lib/query': { values: ['./other', '../papers/other'] },
  'lib/search': {
    values: ['./other', '../papers/other', '../query/other', '../db/other', 'dexie'],
  },
  'lib/import': {
    values: [
      './other',
      '../papers/other',
      '../export/other',
      'valibot',
      'papaparse',
      '@retorquere/bibtex-parser',
      '@streamparser/json',
    ],
  },
  'lib/library': {
    values: [
      './other',
      '../papers/other',
      '../export/other',
      '../import/other',
      '../query/other',
      '../search/other',
      '../db/other',
      'dexie',
    ],
  },
  'lib/settings': { values: ['./other', '../papers/other', 'valibot', 'wxt/browser'] },
  'lib/messaging': {
    values: ['./other', '../papers/other', 'valibot', 'wxt/browser'],
    types: ['../library/other', '../settings/other'],
  },
  'lib/backups': {
    values: [
      './other',
      '../papers/other',
      '../db/other',
      '../library/other',
      '../settings/other',
      'wxt/browser',
    ],
  },
  'lib/daily-fetch': {
    values: [
      './other',
      '../papers/other',
      '../sites/other',
      '../library/other',
      '../settings/other',
      'wxt/browser',
      '#i18n',
    ],
  },
  'lib/content-script': {
    values: ['./other', '../papers/other', '../sites/other', '../messaging/other'],
    types: ['../library/other', '#imports'],
  },
  'lib/pages': {
    values: [
      './other',
      '../papers/other',
      '../export/other',
      '../import/other',
      '../query/other',
      '../search/other',
      '../db/other',
      '../library/other',
      '../messaging/other',
      '../settings/other',
      '../backups/other',
      '../daily-fetch/other',
      '@/components/Other',
      '@/components/page/Other',
      'preact',
      'preact/hooks',
      'dexie',
      '#i18n',
    ],
  },
  'entrypoints/listing.content': {
    values: [
      './other',
      '@/components/Other',
      '@/components/page/Other',
      '@/components/page/other.css?inline',
      '@/lib/papers/other',
      '@/lib/sites/other',
      '@/lib/messaging/other',
      '@/lib/content-script/other',
      'preact',
      'preact/hooks',
      '#imports',
      '#i18n',
    ],
    types: ['@/lib/library/other'],
  },
  components: components('./other'),
  'components/page': components('./other', '../other'),
};

function components(...near: string[]) {
  return {
    values: [
      ...near,
      '@/lib/papers/other',
      'preact',
      'preact/hooks',
      '#i18n',
      '@tanstack/virtual-core',
      'hast-util-to-jsx-runtime',
      'mdast-util-from-markdown',
      'mdast-util-to-hast',
      '@observablehq/plot',
    ],
    types: LAYERS.filter((layer) => layer !== 'papers').map((layer) => `@/lib/${layer}/other`),
  };
}

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const PROPERTIES = 'eslint(no-restricted-properties)';
const DANGER = 'react(no-danger)';

const cases: Case[] = [];

function add(room: string, what: string, code: string, rule?: string): void {
  const path = `${room}/case-${cases.length}.tsx`;
  cases.push({ name: `${room} ${rule ? 'may not' : 'may'} ${what}`, path, code, rule });
}

for (const [room, { values, types = [] }] of Object.entries(ROOMS)) {
  const house = new Set([
    ...values,
    ...types,
    ...LAYERS.flatMap((layer) =>
      room === `lib/${layer}`
        ? []
        : [posix.relative(room, `lib/${layer}/other`), `@/lib/${layer}/other`],
    ),
    '@/components/Other',
    ...PACKAGES,
  ]);
  for (const from of house) {
    const value = values.includes(from);
    const type = value || types.includes(from);
    add(
      room,
      `import values from ${from}`,
      `import { thing } from '${from}'; export const kept = thing;`,
      value ? undefined : IMPORTS,
    );
    add(
      room,
      `import types from ${from}`,
      `import type { Thing } from '${from}'; export type Kept = Thing;`,
      type ? undefined : IMPORTS,
    );
  }
}

// The other ways to import.
for (const [room, from] of [
  ['lib/papers', '../db/other'],
  ['lib/content-script', '../library/other'],
  ['entrypoints/listing.content', '@/lib/library/other'],
  ['components', '@/lib/db/other'],
] as const) {
  add(room, `pass on ${from}`, `export { thing } from '${from}';`, IMPORTS);
  add(room, `pass on all of ${from}`, `export * from '${from}';`, IMPORTS);
  add(room, `load ${from} later`, `export const load = () => import('${from}');`, IMPORTS);
  add(
    room,
    `import a value beside a type from ${from}`,
    `import { thing, type Thing } from '${from}'; export const kept: Thing = thing;`,
    IMPORTS,
  );
}

// Where no layer's rule holds, the base's does.
for (const room of ['entrypoints', 'entrypoints/popup', 'entrypoints/library']) {
  const code = (from: string) => `import { thing } from '${from}'; export const kept = thing;`;
  add(room, 'import webextension-polyfill', code('webextension-polyfill'), IMPORTS);
  add(room, 'import @/lib/db/other', code('@/lib/db/other'));
}

const PURE = [
  'lib/papers',
  'lib/sites',
  'lib/sites/a-site',
  'lib/export',
  'lib/query',
  'lib/import',
];
const IMPURE: [what: string, code: string, rule: string][] = [
  ['touch the document', 'export const it = document.title;', GLOBALS],
  ['touch the window', 'export const it = window.name;', GLOBALS],
  ['touch the location', 'export const it = location.href;', GLOBALS],
  ['touch browser', 'export const it = browser.runtime;', GLOBALS],
  ['touch chrome', 'export const it = chrome.runtime;', GLOBALS],
  ['fetch', `export const it = () => fetch('https://arxiv.org');`, GLOBALS],
  ['touch localStorage', `export const it = () => localStorage.getItem('x');`, GLOBALS],
  ['call the clock', 'export const it = () => Date.now();', PROPERTIES],
  ['hold the clock', 'export const it = Date.now;', PROPERTIES],
  ['throw dice', 'export const it = () => Math.random();', PROPERTIES],
];
for (const [what, code, rule] of IMPURE) {
  for (const room of PURE) add(room, what, code, rule);
  add('lib/content-script', what, code);
}
for (const room of PURE) {
  add(room, 'read a day', 'export const it = (at: number) => new Date(at).getTime();');
  add(room, 'calculate', 'export const it = (a: number) => Math.max(a, 1);');
  add(
    room,
    'read a document handed in',
    'export const it = (document: Document) => document.title;',
  );
}

for (const room of [...Object.keys(ROOMS), 'entrypoints/popup', 'entrypoints/library']) {
  const onDiv = (what: string) => `export const it = (div: HTMLElement) => { ${what}; };`;
  add(room, 'set innerHTML', onDiv(`div.innerHTML = 'x'`), PROPERTIES);
  add(room, 'set outerHTML', onDiv(`div.outerHTML = 'x'`), PROPERTIES);
  add(room, 'insert HTML', onDiv(`div.insertAdjacentHTML('beforeend', 'x')`), PROPERTIES);
  add(room, 'set textContent', onDiv(`div.textContent = 'x'`));
  add(
    room,
    'set HTML in JSX',
    `export const It = () => <div dangerouslySetInnerHTML={{ __html: 'x' }} />;`,
    DANGER,
  );
}

describe('the linter, with the rules of the project, holds the layers', () => {
  let folder = '';
  let linted = 0;
  const complaints = new Map<string, Set<string>>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'papershelf-layers-'));
    copyFileSync(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const { path, code } of cases) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    const { stdout } = spawnSync(oxlint, ['--format=json'], { cwd: folder, encoding: 'utf8' });
    // What the linter says of a configuration that it cannot read is not JSON, and is then the error.
    if (!stdout.startsWith('{')) throw new Error(stdout);
    const report = JSON.parse(stdout) as {
      diagnostics: { filename: string; code: string }[];
      number_of_files: number;
    };
    linted = report.number_of_files;
    for (const { filename, code } of report.diagnostics) {
      const path = filename.replaceAll('\\', '/');
      complaints.set(path, (complaints.get(path) ?? new Set()).add(code));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has read every case', () => expect(linted).toBe(cases.length));

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { path, rule }) => {
    expect([...(complaints.get(path) ?? [])]).toEqual(rule ? [rule] : []);
  });
});
