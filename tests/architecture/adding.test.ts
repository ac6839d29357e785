/**
 * Holds the section "Adding things" of the page on the architecture to the truth: adds one of each
 * kind to a copy of the product, compiles the copy, and looks at what it does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { IMPORT_FORMATS } from '@/lib/import/registry';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';
import { dailySites } from '@/lib/sites/daily-lists';
import { readers } from '@/lib/sites/readers';
import { sites } from '@/lib/sites/registry';
import { ADDITIONS } from './additions';
import { ProjectCopy } from './project-copy';

const project = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');

/** Begun, but left unfinished. */
const HALF = 'half';
const WHOLE = 'whole';

/** Ends only what would never end, ms. */
const NO_HURRY = 600_000;

/** The derived parts of the product, as the copy has them. */
const PROBE = `
export { default as config } from './wxt.config';
export { readers } from '@/lib/sites/readers';
export { linksOf } from '@/lib/sites/links';
export { PAPER_PATTERNS, paperAtAddress } from '@/lib/sites/paper-address';
export { dailySites, readDay } from '@/lib/sites/daily-lists';
export { dueLists } from '@/lib/daily-fetch/due-lists';
export { dailyHosts, dailyListings } from '@/entrypoints/library/settings/daily-fetch-messages';
export { ListingLinks } from '@/lib/pages/ListingLinks';
export { parseQuery } from '@/lib/query/parse-query';
export { searchDocument } from '@/lib/search/format/document';
export { readFile } from '@/lib/import/read-file';
export { linksIn } from '@/lib/import/reference';
export { titleInTab } from '@/lib/import/title-in-tab';
export { EXPORT_FORMATS, LISTING_CHOICES } from '@/lib/export/registry';
`;

interface Probe {
  config: typeof import('../../wxt.config').default;
  readers: typeof readers;
  linksOf: typeof import('@/lib/sites/links').linksOf;
  PAPER_PATTERNS: readonly string[];
  paperAtAddress: typeof import('@/lib/sites/paper-address').paperAtAddress;
  dailySites: typeof dailySites;
  readDay: typeof import('@/lib/sites/daily-lists').readDay;
  dueLists: typeof import('@/lib/daily-fetch/due-lists').dueLists;
  dailyHosts: () => string;
  dailyListings: () => string;
  ListingLinks: typeof import('@/lib/pages/ListingLinks').ListingLinks;
  parseQuery: typeof import('@/lib/query/parse-query').parseQuery;
  searchDocument: typeof import('@/lib/search/format/document').searchDocument;
  readFile: typeof import('@/lib/import/read-file').readFile;
  linksIn: typeof import('@/lib/import/reference').linksIn;
  titleInTab: typeof import('@/lib/import/title-in-tab').titleInTab;
  EXPORT_FORMATS: typeof EXPORT_FORMATS;
  LISTING_CHOICES: typeof import('@/lib/export/registry').LISTING_CHOICES;
}

let copy: ProjectCopy;
/** The files that each addition took, by kind. */
const taken = new Map<string, string[]>();

beforeAll(() => {
  copy = new ProjectCopy();
  for (const { kind, begin, finish } of ADDITIONS) {
    copy.touched.clear();
    begin(copy, WHOLE);
    finish?.(copy, WHOLE);
    taken.set(kind, [...copy.touched]);
    if (finish !== undefined) begin(copy, HALF);
  }
});
afterAll(() => copy.remove());

describe('the page on the architecture', () => {
  const [, section = ''] = read('docs/architecture.md').split('## Adding things\n');
  const [text = ''] = section.split('\n## ');
  const items = new Map(
    [...text.matchAll(/^- \*\*(.+?)\*\*:(.*)$/gm)].map(([, kind = '', words = '']) => [
      kind,
      words,
    ]),
  );

  it('describes the additions tried here', () => {
    expect([...items.keys()]).toEqual(ADDITIONS.map(({ kind }) => kind));
  });

  it.each(ADDITIONS)('names every file that is touched: $kind', ({ kind, files }) => {
    const named = [
      ...(items.get(kind) ?? '').matchAll(/`((?:lib|entrypoints|components)\/[^`]+)`/g),
    ];
    expect(named.map(([, path]) => path).sort()).toEqual([...files].sort());
    const own = (path: string) => path.replace(new RegExp(`\\b${WHOLE}\\b`, 'g'), '<name>');
    const touched = taken.get(kind)!.map(own);
    // A folder is named by itself.
    expect(touched.filter((path) => !files.some((file) => path.startsWith(file)))).toEqual([]);
    expect(files.filter((file) => !touched.some((path) => path.startsWith(file)))).toEqual([]);
  });
});

describe('the compiler', () => {
  let errors: { file: string; message: string }[] = [];
  beforeAll(async () => {
    errors = await copy.errors();
  }, NO_HURRY);

  it('asks for all that an unfinished addition lacks', () => {
    expect([...new Set(errors.map(({ file }) => file))].sort()).toEqual(
      [...new Set(ADDITIONS.flatMap(({ asks = [] }) => asks))].sort(),
    );
  });

  it('takes a finished one', () => {
    const missing = errors.flatMap(({ message }) => [
      ...message.matchAll(/(?:Property|Type) '"?([\w.]+)"?' is (?:missing|not assignable)/g),
    ]);
    const names = missing.map(([, name = '']) => name.split('.').at(-1));
    expect(new Set(names)).toEqual(new Set([HALF]));
  });
});

describe('an invented addition', () => {
  let probe: Probe;
  beforeAll(async () => {
    copy.add('i18n.ts', 'export const i18n = { t: (key: string) => key };');
    copy.add('probe.ts', PROBE);
    probe = await copy.run<Probe>('probe.ts');
  }, NO_HURRY);
  afterEach(() => vi.unstubAllGlobals());
  const id = `${WHOLE}:a-1` as const;
  const day = '2026-09-28';

  it('of a site is in both manifests', async () => {
    for (const browser of ['chrome', 'firefox']) {
      const manifest = probe.config.manifest as (env: object) => Record<string, unknown>;
      const { content_security_policy, optional_host_permissions, web_accessible_resources } =
        manifest({ browser });
      expect(optional_host_permissions).toEqual([
        ...dailySites.map(({ days }) => `${days.origin}/*`),
        `https://lists.${WHOLE}.example/*`,
      ]);
      expect(JSON.stringify(content_security_policy)).toContain(
        `connect-src 'self' ${dailySites.map(({ days }) => days.origin).join(' ')} https://lists.${WHOLE}.example;`,
      );
      expect(web_accessible_resources).toMatchObject([
        {
          resources: ['listing-lazy.js', 'panel.html'],
          matches: [...sites.map(({ origin }) => `${origin}/*`), `https://${WHOLE}.example/*`],
        },
      ]);
    }
  });

  it('of a site is read by the content script', () => {
    expect(probe.readers.flatMap(({ patterns }) => patterns)).toEqual(
      expect.arrayContaining([
        ...readers.flatMap(({ patterns }) => patterns),
        `https://${WHOLE}.example/new*`,
      ]),
    );
    expect(read('entrypoints/listing.content/index.ts')).toContain(
      'matches: readers.flatMap(({ patterns }) => patterns)',
    );
  });

  it('of a site is where its papers link to', () => {
    const address = `https://${WHOLE}.example/p/a-1`;
    expect(probe.linksOf({ id, title: '' })).toEqual({ paperPage: address });
    expect(probe.paperAtAddress(new URL(address))).toBe(id);
    expect(probe.PAPER_PATTERNS).toContain(`https://${WHOLE}.example/p/*`);
    expect(probe.titleInTab(`On Shelves | ${WHOLE}`, id)).toBe('On Shelves');
    expect(probe.linksIn([address, 'https://shelves.example/'])).toMatchObject({
      project: 'https://shelves.example/',
    });
    const hrefs = JSON.stringify(probe.ListingLinks());
    for (const { origin, start } of sites) expect(hrefs).toContain(origin + start.path);
    expect(hrefs).toContain(`https://${WHOLE}.example/new`);
    expect(hrefs).toContain(`Papers of ${WHOLE}`);
  });

  it('of a site is known by links in texts', async () => {
    const text = `See ${WHOLE}.test/b-2 and https://${WHOLE}.example/p/a-1?x=1, or 2512.01234.`;
    const ids: string[] = [];
    for await (const { records } of probe.readFile(text, '')) {
      ids.push(...records.map(({ paper }) => paper.id));
    }
    expect(ids).toEqual([`${WHOLE}:b-2`, id, 'arxiv:2512.01234']);
    const { condition } = probe.parseQuery(`https://${WHOLE}.example/p/a-1`, 0);
    expect(condition).toEqual({ kind: 'phrase', text: 'a-1' });
    const entry = { paperId: id, tags: [], note: '' } as never;
    expect(probe.searchDocument(undefined, entry).words).toEqual(['a', '1']);
  });

  it('of a site has its daily lists fetched', () => {
    const since = Date.parse(`${day}T09:00Z`);
    const state = { ...NOTHING_FETCHED, since };
    const due = probe.dueLists({ timesADay: 1, notify: false }, state, since);
    expect(due.map(({ address }) => address)).toContain(`https://lists.${WHOLE}.example/${day}/0`);
    const own = probe.dailySites.find(({ id }) => id === WHOLE)!;
    expect(probe.readDay(own, ['a-1'], day, 1)).toEqual({
      listing: { kind: 'daily', key: `${WHOLE}/daily/${day}`, period: day },
      cardsFound: 1,
      cards: [{ paper: { id, title: 'a-1', listedOn: day }, rank: 11 }],
    });
    vi.stubGlobal('navigator', { languages: ['en'] });
    expect(probe.dailyHosts()).toContain(`lists.${WHOLE}.example`);
    expect(probe.dailyListings()).toContain(`Papers of ${WHOLE}`);
  });

  it('of an export format is in every menu', () => {
    const label = `Format ${WHOLE}`;
    expect(probe.EXPORT_FORMATS).toHaveLength(EXPORT_FORMATS.length + 1);
    expect(probe.EXPORT_FORMATS).toContainEqual(expect.objectContaining({ id: WHOLE, label }));
    expect(probe.LISTING_CHOICES).toContainEqual({ id: WHOLE, label });
  });

  it('of an import format is read', async () => {
    const reading = probe.readFile(`${WHOLE}\nOn Shelves`, 'x');
    const { value, done } = await reading.next();
    expect(done).toBe(false);
    expect(value).toMatchObject({ records: [{ paper: { title: 'On Shelves' } }], problems: [] });
    expect((await reading.next()).value).toMatchObject({ format: { id: WHOLE } });
  });
});

describe('one place for one thing', () => {
  const sources = [
    ...['components', 'entrypoints', 'lib'].flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(tsx?|css|html|yml)$/.test(path))
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
    ),
    'wxt.config.ts',
  ].map((path) => ({ path, text: read(path) }));
  const holding = (word: RegExp) =>
    sources.filter(({ text }) => word.test(text)).map(({ path }) => path);

  const folders = readdirSync(join(project, 'lib/sites'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('each site has one folder, and each folder one site', () => {
    const named = read('lib/sites/registry.ts').match(/\.\/[\w-]+/g)!;
    expect(named.map((path) => path.slice(2)).filter((name) => name !== 'site')).toEqual(folders);
    expect(sites).toHaveLength(folders.length);
    expect(readers.map(({ origin }) => origin).sort()).toEqual(
      sites.map(({ origin }) => origin).sort(),
    );
  });

  it.each(folders)('nothing but its folder and the registry names %s', (folder) => {
    const own = `lib/sites/${folder}/`;
    const code = sources.filter(({ path }) => path.startsWith(own));
    expect(code.length).toBeGreaterThan(1);
    const site = sites.find(({ origin }) => code.some(({ text }) => text.includes(origin)))!;
    const { origin, paperLinks, days, start } = site;
    const hosts = [origin, ...paperLinks.map((link) => `https://${link}`), days?.origin ?? origin];
    const words = [folder, start.name, ...hosts.map((address) => new URL(address).host)];
    for (const word of new Set(words)) {
      const others = holding(new RegExp(word.replaceAll('.', '\\.'), 'i')).filter(
        (path) => !path.startsWith(own),
      );
      // The description in the store is a text.
      const allowed =
        word === start.name
          ? ['lib/locales/en.yml']
          : word === folder
            ? ['lib/sites/registry.ts']
            : [];
      expect(others, word).toEqual(allowed);
    }
  });

  // The keys of stored values are words of their own.
  const isFormats = (path: string) => /^lib\/(?:export|import|settings)\//.test(path);

  it.each(EXPORT_FORMATS)('nothing but its file names the export format $id', ({ id, label }) => {
    for (const word of [id, label]) {
      const places = holding(new RegExp(`['>]${word.replace(/[()]/g, '\\$&')}['<]`));
      expect(
        places.filter((path) => !isFormats(path)),
        word,
      ).toEqual([]);
      expect(
        places.filter((path) => path.startsWith('lib/export/')),
        word,
      ).toHaveLength(1);
    }
  });

  it.each(IMPORT_FORMATS)('nothing but its file names the import format $id', ({ id }) => {
    const places = holding(new RegExp(`'${id}'`));
    expect(places.filter((path) => !isFormats(path))).toEqual([]);
    expect(places.filter((path) => path.startsWith('lib/import/'))).toHaveLength(1);
  });

  it('the page of the import names what can be read', () => {
    const [, said = ''] = /supported: (.*)/.exec(read('lib/locales/en.yml')) ?? [];
    for (const { id, label } of IMPORT_FORMATS) {
      // The reading list is for reading; a backup is better.
      if (id === 'reading-list') continue;
      for (const word of label.split(' ')) expect(said.toLowerCase()).toContain(word.toLowerCase());
    }
  });

  it('each setting has a file and a key of its own', () => {
    const keys = sources
      .filter(({ path }) => path.startsWith('lib/settings/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/= storedValue(?:<.+>)?\(\s*'(\w+)'/g)].map(([, key]) => ({ path, key })),
      );
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    expect(new Set(keys.map(({ path }) => path)).size).toBe(keys.length);
  });
});
