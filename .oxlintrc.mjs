// The linter's rules, and the layers of the code: which room may import which.

/** Rules of every file. */
const rules = {
  'react/react-in-jsx-scope': 'off',
  'react/immutability': 'off',
  'react/purity': 'off',
  'react/void-use-memo': 'off',
  'jsx-a11y/prefer-tag-over-role': 'off',
  'import/no-unassigned-import': [
    'error',
    { allow: ['**/*.css', './api-names', 'fake-indexeddb/auto', '@citation-js/plugin-ris'] },
  ],
  'no-await-in-loop': 'off',
  'no-shadow': 'off',
  'unicorn/consistent-function-scoping': 'off',
  'unicorn/no-array-reverse': 'off',
  'unicorn/no-array-sort': 'off',
  'oxc/no-map-spread': 'off',
  'react/no-danger': 'error',
};

const NO_HTML = ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
  property,
  message: 'Text is never set as HTML.',
}));

const NO_POLYFILL = {
  name: 'webextension-polyfill',
  message: 'Import wxt/browser: the build puts the polyfill behind it.',
};

/** Rooms that get everything as an argument: no page, no browser, no clock, no dice. */
export const PURE = ['papers', 'sites', 'export', 'query', 'import'];

/**
 * What each room of lib may import besides itself, lowest room first. `types` may be imported as
 * types only. A name without a slash is a room of lib.
 */
export const ROOMS = {
  shared: { values: [] },
  papers: { values: ['shared', 'valibot'] },
  keyboard: { values: ['shared', 'papers'] },
  sites: { values: ['shared', 'papers'] },
  query: { values: ['shared', 'papers', 'sites'] },
  export: { values: ['shared', 'papers', 'sites'] },
  import: {
    values: [
      'shared',
      'papers',
      'sites',
      'export',
      'valibot',
      'papaparse',
      '@retorquere/bibtex-parser',
      '@streamparser/json',
      'entities',
    ],
  },
  db: { values: ['shared', 'papers', 'dexie'] },
  search: { values: ['shared', 'papers', 'query', 'db', 'dexie'] },
  library: {
    values: ['shared', 'papers', 'query', 'export', 'import', 'db', 'search', 'dexie'],
  },
  settings: { values: ['shared', 'papers', 'keyboard', 'valibot', 'wxt/browser'] },
  messaging: {
    values: ['shared', 'papers', 'keyboard', 'sites', 'settings', 'valibot', 'wxt/browser'],
    types: ['export', 'library'],
  },
  backups: { values: ['shared', 'papers', 'db', 'library', 'settings', 'wxt/browser'] },
  'daily-fetch': {
    values: ['shared', 'papers', 'sites', 'library', 'settings', 'wxt/browser', '#i18n'],
  },
  // For wxt.config.ts alone.
  build: { values: ['node:fs', 'node:path'], types: ['vite'] },
  // A content script's IndexedDB is the page's, so it knows the library by its types alone.
  'content-script': {
    values: ['shared', 'papers', 'keyboard', 'sites', 'messaging'],
    types: ['export', 'library', '#imports'],
  },
  pages: {
    values: [
      'shared',
      'papers',
      'keyboard',
      'sites',
      'query',
      'export',
      'import',
      'db',
      'search',
      'library',
      'settings',
      'messaging',
      'backups',
      'daily-fetch',
      '@/components',
      'preact',
      'dexie',
      '#i18n',
    ],
  },
};

/** The same for rooms outside lib. */
export const OTHER_ROOMS = {
  components: {
    values: [
      'shared',
      'papers',
      'keyboard',
      'preact',
      '#i18n',
      '@tanstack/virtual-core',
      'hast-util-to-jsx-runtime',
      'mdast-util-from-markdown',
      'mdast-util-to-hast',
    ],
    types: Object.keys(ROOMS).filter((room) => !['shared', 'papers', 'keyboard'].includes(room)),
  },
  'entrypoints/listing.content': {
    values: [
      'shared',
      'papers',
      'keyboard',
      'sites',
      'messaging',
      'content-script',
      '@/components',
      'preact',
      '#imports',
      '#i18n',
    ],
    types: ['export', 'library'],
  },
};

/** How deep folders are nested in a room, at the most. */
const DEPTHS = [0, 1, 2];

/** The imports that are meant by a name of the tables: a room of lib, a folder, or a package. */
export const importsOf = (name) =>
  name in ROOMS
    ? [`@/lib/${name}/**`]
    : name.startsWith('@/')
      ? [`${name}/**`]
      : [name, `${name}/**`];

/**
 * The overrides that hold a room to its line of the table. Files of one room import each other by
 * relative paths, which must not lead out of it; so there is one override for each depth.
 */
function hold(folder, { values, types = [] }) {
  const allowed = [...values, ...types].flatMap(importsOf);
  return DEPTHS.map((depth) => {
    const up = '../'.repeat(depth);
    return {
      files: [`${folder}/${'*/'.repeat(depth)}*.{ts,tsx}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: [NO_POLYFILL],
            patterns: [
              ...types.map((one) => ({
                // First, and not as a group: else oxlint 1.89 lets values pass (tried).
                regex: `^${one in ROOMS ? `@/lib/${one}/` : one}`,
                allowTypeImports: true,
                message: `${folder} may import this as types only.`,
              })),
              {
                group: [
                  '*',
                  '!./**',
                  ...(depth > 0 ? ['!../**'] : []),
                  `${up}../**`,
                  ...allowed.map((one) => `!${one}`),
                ],
                message: `The table in .oxlintrc.mjs says what ${folder} may import.`,
              },
            ],
          },
        ],
      },
    };
  });
}

export default {
  plugins: ['typescript', 'import', 'promise', 'unicorn', 'oxc', 'jsx-a11y', 'react'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  settings: { react: { version: '18.0.0' } },
  rules: {
    ...rules,
    'no-restricted-properties': ['error', ...NO_HTML],
    'no-restricted-imports': ['error', { paths: [NO_POLYFILL] }],
  },
  overrides: [
    {
      files: PURE.map((room) => `lib/${room}/**`),
      rules: {
        'no-restricted-globals': [
          'error',
          'document',
          'window',
          'location',
          'browser',
          'chrome',
          'fetch',
          'localStorage',
        ],
        'no-restricted-properties': [
          'error',
          ...NO_HTML,
          { object: 'Date', property: 'now', message: 'Pure rooms get the time as an argument.' },
          { object: 'Math', property: 'random', message: 'Pure rooms are deterministic.' },
        ],
      },
    },
    ...Object.entries(ROOMS).flatMap(([room, allowed]) => hold(`lib/${room}`, allowed)),
    ...Object.entries(OTHER_ROOMS).flatMap(([folder, allowed]) => hold(folder, allowed)),
    { files: ['tests/**'], rules: { 'no-restricted-properties': 'off' } },
  ],
};
