/** Invented additions to the product, of each kind that the page on its architecture describes. */
import type { ProjectCopy } from './project-copy';

type Change = (copy: ProjectCopy, name: string) => void;

interface Addition {
  /** As on the page. */
  kind: string;
  /** The files that it adds or changes. */
  files: readonly string[];
  /** What the page says to begin with. */
  begin: Change;
  /** What the compiler then asks for, and the files in which it does. */
  finish?: Change;
  asks?: readonly string[];
}

/** Source of a site whose papers have identifiers of its own. */
const site = (name: string) => `
import type { PaperId } from '@/lib/papers/paper-id';
import type { Site } from '../site';

export const ORIGIN = 'https://${name}.example';

export function paperAt({ origin, pathname }: URL): PaperId | undefined {
  const identifier = /^\\/p\\/(\\w+-\\d+)$/.exec(pathname)?.[1];
  return origin === ORIGIN && identifier ? \`${name}:\${identifier}\` : undefined;
}

export const ${name}: Site = {
  id: '${name}',
  origin: ORIGIN,
  start: { name: 'Papers of ${name}', path: '/new' },
  paperLinks: ['${name}.example/p/', '${name}.test/'],
  identifiers: {
    pattern: /\\w+-\\d+/,
    idOf: (identifier) => \`${name}:\${identifier}\`,
    identifierOf: (id) => (id.startsWith('${name}:') ? id.slice('${name}:'.length) : undefined),
  },
  paperPaths: ['/p/*'],
  paperAt,
  besidesTitle: / \\| ${name}$/,
  days: {
    origin: 'https://lists.${name}.example',
    path: (day, page) => \`/\${day}/\${page}\`,
    pageLength: 10,
    readPapers: (answer) =>
      Array.isArray(answer) ? answer.map((title) => ({ id: \`${name}:\${title}\`, title })) : undefined,
  },
};
`;

const siteReader = () => `
import type { PaperReader, SiteReader } from '../site-reader';
import { ORIGIN, paperAt } from './index';

export const reader: SiteReader = {
  origin: ORIGIN,
  patterns: [\`\${ORIGIN}/new*\`, \`\${ORIGIN}/p/*\`],
  matches: ({ pathname }) => pathname === '/new',
  readListing: () => undefined,
  paperOn: () => undefined,
  isSettled: () => true,
  isDark: () => false,
  paperAt,
  paperUrl: () => undefined,
  readPaper: () => undefined,
};

export const paperReader: PaperReader = {
  origin: ORIGIN,
  readPaperPage: (_, id) => ({ id, title: '' }),
};
`;

const exportFormat = (name: string) => `
import type { ExportFormat } from './format';

export const ${name}: ExportFormat = {
  id: '${name}',
  label: 'Format ${name}',
  extension: '${name}.txt',
  mime: 'text/plain;charset=utf-8',
  write: (records) => records.map(({ paper }) => paper.title).join(),
};
`;

const importFormat = (name: string) => `
import type { ImportFormat } from './format';

export const ${name}: ImportFormat = {
  id: '${name}',
  label: 'Format ${name}',
  recognises: (beginning) => beginning.startsWith('${name}\\n'),
  *read(text) {
    const [, title = ''] = text.split('\\n');
    yield { kind: 'record', record: { paper: { id: 'title:1', title }, entry: {}, line: 2 } };
  },
};
`;

const setting = (name: string) => `
import * as v from 'valibot';
import { storedValue } from './stored-value';

export const ${name} = storedValue<boolean>('${name}', v.boolean(), false);
`;

const view = () => `
import { useLibrary } from '@/lib/pages/page-context';

export function InventedView() {
  const library = useLibrary();
  return <p>{library.now()}</p>;
}
`;

export const ADDITIONS: readonly Addition[] = [
  {
    kind: 'A site',
    files: ['lib/sites/<name>/index.ts', 'lib/sites/<name>/reader.ts', 'lib/sites/registry.ts'],
    begin(copy, name) {
      copy.add(`lib/sites/${name}/index.ts`, site(name));
      copy.add(`lib/sites/${name}/reader.ts`, siteReader());
      copy.insert('lib/sites/registry.ts', "from './huggingface';\n", importOf(name));
      copy.insert('lib/sites/registry.ts', '= [huggingface', `, ${name}`);
    },
  },
  {
    kind: 'An export format',
    files: ['lib/export/<name>.ts', 'lib/export/registry.ts'],
    begin(copy, name) {
      copy.add(`lib/export/${name}.ts`, exportFormat(name));
      copy.insert('lib/export/registry.ts', "from './csv';\n", importOf(name));
      copy.insert('lib/export/registry.ts', '  csv,\n', `  ${name},\n`);
    },
  },
  {
    kind: 'An import format',
    files: ['lib/import/<name>.ts', 'lib/import/registry.ts', 'lib/locales/en.yml'],
    begin(copy, name) {
      copy.add(`lib/import/${name}.ts`, importFormat(name));
      copy.insert('lib/import/registry.ts', "from './backup';\n", importOf(name));
      copy.insert('lib/import/registry.ts', '  backup,\n', `  ${name},\n`);
      copy.insert('lib/locales/en.yml', "\n  supported: 'Supported: ", `format ${name}, `);
    },
  },
  {
    kind: 'A setting',
    files: ['lib/settings/<name>.ts'],
    begin: (copy, name) => copy.add(`lib/settings/${name}.ts`, setting(name)),
  },
  {
    kind: 'A message',
    files: [
      'lib/messaging/protocol.ts',
      'lib/messaging/senders.ts',
      'entrypoints/background/index.ts',
    ],
    begin: (copy, name) =>
      copy.insert(
        'lib/messaging/protocol.ts',
        'export interface BackgroundMessages {\n',
        `  '${name}': (payload: { question: string }) => string;\n`,
      ),
    asks: [
      'lib/messaging/protocol.ts',
      'lib/messaging/senders.ts',
      'entrypoints/background/index.ts',
    ],
    finish(copy, name) {
      copy.insert(
        'lib/messaging/senders.ts',
        'MessageType]: readonly Sender[] } = {\n',
        `  '${name}': PAGE,\n`,
      );
      copy.insert(
        'lib/messaging/protocol.ts',
        'v.GenericSchema<unknown, PayloadOf<T>> } = {\n',
        `  '${name}': v.object({ question: word }),\n`,
      );
      copy.insert(
        'entrypoints/background/index.ts',
        'handleMessages({\n',
        `'${name}': async ({ question }) => question,\n`,
      );
    },
  },
  {
    kind: 'A view of the library page',
    files: [
      'entrypoints/library/route.ts',
      'entrypoints/library/<name>/',
      'entrypoints/library/Views.tsx',
      'entrypoints/library/LibraryPage.tsx',
      'lib/locales/en.yml',
    ],
    begin: (copy, name) =>
      copy.insert('entrypoints/library/route.ts', "  'papers',\n", `  '${name}',\n`),
    asks: ['entrypoints/library/Views.tsx', 'entrypoints/library/LibraryPage.tsx'],
    finish(copy, name) {
      copy.add(`entrypoints/library/${name}/InventedView.tsx`, view());
      copy.insert(
        'entrypoints/library/Views.tsx',
        '() => Promise<ComponentType>> = {\n',
        `${name}: async () => (await import('./${name}/InventedView')).InventedView,\n`,
      );
      copy.insert(
        'entrypoints/library/LibraryPage.tsx',
        'Record<View, string> = {\n',
        `${name}: i18n.t('sidebar.${name}'),\n`,
      );
      copy.insert('lib/locales/en.yml', '\nsidebar:\n', `  ${name}: Invented\n`);
    },
  },
  {
    kind: 'A key of the query language',
    files: [
      'lib/query/query.ts',
      'lib/query/keys.ts',
      'lib/query/read-filter.ts',
      'lib/query/print-query.ts',
      'lib/search/find/match-filter.ts',
      'lib/locales/en.yml',
    ],
    begin: (copy, name) =>
      copy.insert(
        'lib/query/query.ts',
        'export type Filter =\n',
        `  | { kind: '${name}'; value: string }\n`,
      ),
    asks: [
      'lib/query/keys.ts',
      'lib/query/read-filter.ts',
      'lib/query/print-query.ts',
      'lib/search/find/match-filter.ts',
      // The words, where they are shown.
      'components/query/QueryField.tsx',
      'components/query/QueryHelp.tsx',
    ],
    finish(copy, name) {
      copy.insert(
        'lib/query/keys.ts',
        'const KEYS = {\n',
        `${name}: {
          description: 'query.keys.${name}',
          examples: ['${name}:x'],
          values: [],
          suggested: false,
          single: true,
        },\n`,
      );
      copy.insert(
        'lib/query/read-filter.ts',
        'Reader<Kind> } = {\n',
        `${name}: (value) => ({ kind: '${name}', value }),\n`,
      );
      copy.insert(
        'lib/query/print-query.ts',
        '  switch (filter.kind) {\n',
        `case '${name}': return filter.value;\n`,
      );
      copy.insert(
        'lib/search/find/match-filter.ts',
        '  switch (filter.kind) {\n',
        `case '${name}': return () => false;\n`,
      );
      copy.insert(
        'lib/locales/en.yml',
        '\n    upvotes: With this many upvotes\n',
        `    ${name}: Invented\n`,
      );
    },
  },
  {
    kind: 'A fact of a paper',
    files: [
      'lib/papers/paper.ts',
      'lib/papers/fields.ts',
      'lib/papers/schemas.ts',
      'lib/papers/sound-rows.ts',
      'components/format/fact-labels.ts',
      'lib/locales/en.yml',
    ],
    begin: (copy, name) =>
      copy.insert('lib/papers/paper.ts', 'export interface Paper {\n', `${name}?: string;\n`),
    asks: [
      'lib/papers/fields.ts',
      'lib/papers/schemas.ts',
      'lib/papers/sound-rows.ts',
      // Which takes the schemas of facts from there.
      'lib/import/stored-rows.ts',
      'components/format/fact-labels.ts',
    ],
    finish(copy, name) {
      copy.insert('lib/papers/fields.ts', 'EveryFieldOf<KnownPaper> = {\n', `${name}: fact,\n`);
      copy.insert(
        'lib/papers/sound-rows.ts',
        'Checks<KnownPaper> = {\n',
        `${name}: optional(isText),\n`,
      );
      copy.insert(
        'lib/papers/schemas.ts',
        'export const PAPER_FACTS = {\n',
        `${name}: v.exactOptional(text),\n`,
      );
      copy.insert(
        'components/format/fact-labels.ts',
        'const FACTS = {\n',
        `${name}: 'facts.${name}',\n`,
      );
      copy.insert('lib/locales/en.yml', '\nfacts:\n', `  ${name}: Invented\n`);
    },
  },
  {
    kind: 'A field of an entry',
    files: [
      'lib/papers/entry.ts',
      'lib/papers/fields.ts',
      'lib/papers/sound-rows.ts',
      'lib/import/stored-rows.ts',
    ],
    begin: (copy, name) =>
      copy.insert('lib/papers/entry.ts', 'export interface Entry {\n', `${name}?: string;\n`),
    asks: ['lib/papers/fields.ts', 'lib/papers/sound-rows.ts', 'lib/import/stored-rows.ts'],
    finish(copy, name) {
      copy.insert('lib/papers/fields.ts', 'EveryFieldOf<Entry> = {\n', `${name}: word,\n`);
      copy.insert(
        'lib/papers/sound-rows.ts',
        'Checks<Entry> = {\n',
        `${name}: optional(isText),\n`,
      );
      copy.insert(
        'lib/import/stored-rows.ts',
        "Pick<Entry, 'paperId'>> = v.object({\n",
        `${name}: v.exactOptional(text),\n`,
      );
    },
  },
];

function importOf(name: string): string {
  return `import { ${name} } from './${name}';\n`;
}
