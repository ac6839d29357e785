import type { KnipConfig } from 'knip';

const isProduction = process.argv.includes('--production');

/**
 * Unused files, exports and dependencies. What ends in `!` is the product: with `--production`,
 * exports that only tests use are reported too.
 */
export default {
  entry: [
    'entrypoints/*.ts!',
    'entrypoints/*/{index,main}.{ts,tsx}!',
    // For wxt.config.ts.
    'lib/sites/manifest.ts!',
    'lib/build/*.ts!',
    'lib/content-script/no-wxt-context.ts!',
    'components/styles/without-tokens.ts!',
    'tests/run/*.ts',
    'tests/{unit,zones,integration,reliability,architecture}/**/*.test.{ts,tsx}',
    'tests/e2e/**/*.spec.ts',
    'tests/e2e/playwright.config.ts',
    'tests/vitest.config.ts',
    'tests/setup.ts',
  ],
  project: ['{entrypoints,components,lib}/**/*.{ts,tsx}!', 'tests/**/*.{ts,tsx,mjs}'],
  paths: { '@/*': ['./*'] },
  // Types may name a part of what a file exports; tests may look at what a file uses itself.
  ignoreExportsUsedInFile: isProduction || { interface: true, type: true },
  // Tables that the compiler holds complete; only tests look at them.
  ignore: isProduction ? ['lib/papers/fields.ts'] : [],
  // WXT makes it.
  ignoreUnresolved: ['#imports'],
  ignoreDependencies: [
    // Run by name, see tests/run/static-checks.ts.
    'oxlint',
    // The build puts it behind wxt/browser.
    ...(isProduction ? ['webextension-polyfill'] : []),
    // Types that come with mdast-util-from-markdown.
    'mdast',
  ],
  // Programs that read what we export; tests say when they are not installed.
  ignoreBinaries: ['ris2xml', 'pandoc', 'bibtex'],
} satisfies KnipConfig;
