import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { preact } from '@preact/preset-vite';
import { runnerImport, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { keptTokens, withoutTokens } from './components/styles/without-tokens';
import { securityPolicy } from './lib/build/security-policy';
import { noteBundledPackages, NOTICES_FILE, noticesOf } from './lib/build/third-party-notices';

// Pins the Chrome id (pegnobjfafikicdkafpnjpcdgnfhakpk): an unpacked copy moved to another folder
// keeps its library. Made once with `openssl genrsa 2048`; the private half is not needed.
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3DovfxnMfAr2D2Z6qYYuLpX4sHyowIomFDKXoAoPVSsGORrUpVXo+FNpEFTswLJBaFnOb07f2Lzbunr6R4CN4uiGV5X+hj/QVw1zcLq2OOQj9T9dUmBzZpKwZcC9F/bJzqrC74uJiosjjlAuSvPIoN/ewJNMUY7/qWsbD5p1CTipR3MKuWwg6dbvo0Syp0MZElGRCS0kNfUFAci1e+VVvSZ5OU8dl66cJzGBmeK/fsZ176xluad5VwvZWwefdsK6iRY/muVW7/Jhtx+qJz1eKpYxG+J5jQMX2EK+Ebr+8wurGreDRdbQOkw9xpy6P0LtADNM1WfLOOdWcaRkkSeBbwIDAQAB';

/** The first module of each page and script that shares code with others. */
const ENTRIES = [
  'popup/main.tsx',
  'library/main.tsx',
  'background/index.ts',
  'backup-writer/main.ts',
].map((file) => resolve(import.meta.dirname, 'entrypoints', file));

type Modules = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The modules loaded with an entry before its first line runs; `later` adds those it loads later. */
function loadedWith(entry: string, modules: Modules, { later = false } = {}): Set<string> {
  const loaded = new Set<string>();
  const left = [entry];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (loaded.has(id)) continue;
    loaded.add(id);
    const info = modules.getModuleInfo(id);
    left.push(...(info?.importedIds ?? []));
    if (later) left.push(...(info?.dynamicallyImportedIds ?? []));
  }
  return loaded;
}

/**
 * Joins the modules loaded with the same entries into one file: a page asks for each file on its
 * own, and sixty small ones take longer than its first rows. Modules of more entries come first,
 * since a file takes along what its modules import.
 */
function sharedChunks(): Rolldown.CodeSplittingGroup[] {
  let first: Set<string>[] | undefined;
  let later: Set<string> | undefined;
  const chunkOf = (id: string, modules: Modules): string => {
    first ??= ENTRIES.map((entry) => loadedWith(entry, modules));
    const set = first.flatMap((ids, entry) => (ids.has(id) ? [entry] : [])).join('');
    later ??= loadedWith(ENTRIES[0] ?? '', modules, { later: true });
    // What the popup loads later stays apart from the first rows of the library page.
    return set.startsWith('0') || !later.has(id) ? set : '';
  };
  const sets = ['0123', '012', '013', '123', '023', '01', '02', '03', '12', '13', '23', '0', '1'];
  return sets.map((set, index) => ({
    name: (id, modules) => (chunkOf(id, modules) === set ? `shared-${set}` : null),
    // An entry, which runs when it is loaded, keeps a file of its own.
    test: (id) => /\.[cm]?[jt]sx?$/.test(id) && !ENTRIES.includes(id),
    priority: sets.length - index,
    includeDependenciesRecursively: false,
  }));
}

/**
 * Puts the sheets of components into one file, which pages load before their own. The shared
 * controls come first there, so that what overrides them comes after. Content scripts are built
 * without code splitting, and have no such sheets.
 */
const chunks: Plugin = {
  name: 'papershelf:chunks',
  config: ({ build }) =>
    build?.lib
      ? undefined
      : {
          build: {
            rollupOptions: {
              output: {
                codeSplitting: {
                  groups: [
                    { name: 'components', test: /\/components\/.+\.css$/, priority: 100 },
                    ...sharedChunks(),
                  ],
                },
              },
            },
          },
        },
};

/**
 * Whether shadow roots are open, as Playwright needs (`PAPERSHELF_OPEN_ROOTS=1`). Such a build has a
 * folder of its own, and is never zipped.
 */
const OPEN_ROOTS =
  process.env['PAPERSHELF_OPEN_ROOTS'] === '1' && !process.argv.slice(2).includes('zip');

/**
 * Preact makes its nodes by the document's methods, which a page's `<img name=createElementNS>`
 * hides.
 */
const nativeNodes: Plugin = {
  name: 'papershelf:native-nodes',
  transform(code, id) {
    if (!/[/]preact[/]dist[/]preact[.]mjs/.test(id)) return undefined;
    const safe = code.replace(
      /\b(\w)\.(createTextNode|createElementNS)\(/g,
      'Document.prototype.$2.call($1,',
    );
    if (safe.match(/Document[.]prototype/g)?.length !== 2) throw new Error('Preact has changed.');
    return safe;
  },
};

/** What content scripts call of the APIs that the polyfill describes; they have few others. */
const USED_APIS = new Set(['runtime', 'storage']);

/**
 * Leaves out of content scripts what the polyfill says of APIs that they lack. They are built
 * without code splitting, like workers.
 */
function smallPolyfill(): Plugin {
  let isContentScript = false;
  return {
    name: 'papershelf:small-polyfill',
    configResolved({ build }) {
      isContentScript = Boolean(build.lib);
    },
    transform(code, id) {
      if (!isContentScript || !id.includes('/browser-polyfill.js')) return undefined;
      let isFound = false;
      const small = code.replace(
        /(const apiMetadata = )(\{.+?\n {6}\});/s,
        (_, start: string, metadata: string) => {
          isFound = true;
          const used = Object.entries(JSON.parse(metadata) as object).filter(([name]) =>
            USED_APIS.has(name),
          );
          return `${start}${JSON.stringify(Object.fromEntries(used))};`;
        },
      );
      if (!isFound) throw new Error('webextension-polyfill has changed.');
      return small;
    },
  };
}

const TOKENS = readFileSync(resolve(import.meta.dirname, 'components/styles/tokens.css'), 'utf8');

/** See components/styles/without-tokens. Only shadow roots in pages have sheets as texts. */
const noTokensInPages: Plugin = {
  name: 'papershelf:no-tokens-in-pages',
  // When Vite has put in what a sheet imports.
  enforce: 'post',
  transform(code, id) {
    const [, text] = (id.endsWith('.css?inline') && /^export default (".*")/s.exec(code)) || [];
    if (text === undefined) return undefined;
    const css = JSON.parse(text) as string;
    const changed = id.endsWith('/tokens.css?inline')
      ? keptTokens(css)
      : withoutTokens(css, TOKENS);
    return `export default ${JSON.stringify(changed)}`;
  },
};

// By Vite, since WXT reads this file without the alias that files of lib use.
const { module: sites } = await runnerImport<typeof import('./lib/sites/manifest')>(
  resolve(import.meta.dirname, 'lib/sites/manifest.ts'),
  {
    configFile: false,
    resolve: { alias: { '@': import.meta.dirname } },
    // tsconfig.json extends a file that WXT writes only after reading this one. Vite's types omit the
    // option, which Oxc has.
    oxc: { tsconfig: false } as object,
  },
);

const NODE_MODULES = resolve(import.meta.dirname, 'node_modules');
/** Folders of the packages in the build, which are several bundles. */
const bundled = new Set<string>();

/**
 * A script without code, run before the page has elements: Chromium makes `chrome` when the first
 * script of an extension runs in a page, and takes an element of that name for it (`<form
 * id=chrome>`, seen in 156).
 */
const EARLY = 'early.js';

const NO_WXT_CONTEXT = resolve(import.meta.dirname, 'lib/content-script/no-wxt-context.ts');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  i18n: { localesDir: 'lib/locales' },
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${OPEN_ROOTS ? '-open' : ''}`,
  autoIcons: { baseIconPath: 'components/icon.svg' },
  // No older than the manifest asks for, so that CSS (light-dark) goes out as it is written.
  vite: () => ({
    plugins: [
      preact(),
      chunks,
      nativeNodes,
      noTokensInPages,
      smallPolyfill(),
      noteBundledPackages(bundled, NODE_MODULES),
    ],
    define: { 'import.meta.env.PAPERSHELF_OPEN_ROOTS': OPEN_ROOTS },
    resolve: { alias: { 'wxt/utils/content-script-context': NO_WXT_CONTEXT } },
    build: { target: ['chrome123', 'firefox140'] },
  }),
  hooks: {
    'build:before': () => bundled.clear(),
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: EARLY, contents: '// Only to be run: see wxt.config.ts.\n' });
      // As it is: Vite would share its code with other pages, in many files.
      const absoluteSrc = resolve(import.meta.dirname, 'entrypoints/panel/panel.html');
      files.push({ absoluteSrc, relativeDest: 'panel.html' });
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push('panel.html');
    },
    'build:manifestGenerated': (_, manifest) => {
      const [listing] = manifest.content_scripts ?? [];
      if (listing === undefined) return;
      const early = { matches: listing.matches, run_at: 'document_start' as const, js: [EARLY] };
      manifest.content_scripts = [early, listing];
    },
    'build:done': ({ config }) =>
      writeFile(resolve(config.outDir, NOTICES_FILE), noticesOf(bundled)),
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // Each with its reason in the README.
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'contextMenus',
      'scripting',
      'alarms',
    ],
    // For automatic backups (see lib/backups/permission) and for notifications of new papers, asked
    // for when the reader switches these on.
    optional_permissions:
      browser === 'firefox'
        ? ['downloads', 'notifications']
        : ['downloads', 'offscreen', 'notifications'],
    // For the daily list, asked for when the reader switches it on (see lib/daily-fetch/permission).
    optional_host_permissions: sites.DAILY_LIST_PATTERNS,
    // The development server has its scripts and styles from another origin.
    ...(command !== 'serve' && {
      content_security_policy: { extension_pages: securityPolicy(sites.DAILY_LIST_ORIGINS) },
    }),
    // Loaded by the content script when the reader first does something on a page.
    // Chromium at a new address each session, so that no page finds them; Firefox has one address
    // for each installation (see docs/decisions/0027).
    web_accessible_resources: [
      {
        resources: ['listing-lazy.js', 'panel.html'],
        matches: sites.SITE_PATTERNS,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'papershelf@papershelf.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: CHROME_KEY, minimum_chrome_version: '123' }),
  }),
  // What it takes to build it again, as Firefox's reviewers ask; no tests, no fixtures.
  zip: {
    includeSources: [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      'README.md',
      'LICENSE',
      'entrypoints/**',
      'components/**',
      'lib/**',
    ],
  },
});
