import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { DAILY_LIST_PATTERNS, SITE_PATTERNS } from '../../lib/sites/manifest';
import { NOTICES_FILE } from '../../lib/build/third-party-notices';
import { command } from '../run/command';
import {
  chromeExtension,
  firefoxExtension,
  openChromeExtension,
  openFirefoxExtension,
  root,
} from '../run/paths';

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

for (const [browser, folder, optional] of [
  ['Chrome', chromeExtension, ['downloads', 'offscreen', 'notifications']],
  ['Firefox', firefoxExtension, ['downloads', 'notifications']],
] as const) {
  test(`requests exactly these permissions in ${browser}`, () => {
    const manifest = manifestOf(folder);
    expect(manifest['permissions']).toEqual([
      'storage',
      'unlimitedStorage',
      'activeTab',
      'contextMenus',
      'scripting',
      'alarms',
    ]);
    // Requested when automatic backups, notifications or the daily list are switched on.
    expect(manifest['optional_permissions']).toEqual(optional);
    expect(manifest['optional_host_permissions']).toEqual(DAILY_LIST_PATTERNS);
    expect(manifest['content_security_policy']).toEqual({
      extension_pages: [
        "default-src 'self'",
        "script-src 'self'",
        // The daily lists.
        "connect-src 'self' https://huggingface.co",
        // The plots' style.
        "style-src 'self' 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    });
    const others = ['host_permissions', 'externally_connectable', 'sandbox'];
    for (const key of others) expect(manifest).not.toHaveProperty(key);
    expect(manifest['content_scripts']).toEqual([
      {
        matches: expect.arrayContaining(['https://huggingface.co/papers*']),
        run_at: 'document_start',
        js: ['early.js'],
      },
      {
        matches: expect.arrayContaining(['https://huggingface.co/papers*']),
        css: ['content-scripts/listing.css'],
        js: ['content-scripts/listing.js'],
      },
    ]);
    const [early, { matches }] = manifest['content_scripts'] as [unknown, { matches: string[] }];
    expect(early).toHaveProperty('matches', matches);
    const origins = new Set(matches.map((pattern) => new URL(pattern).origin));
    expect([...origins].map((origin) => `${origin}/*`)).toEqual(SITE_PATTERNS);
    // The lazy part of the content script.
    expect(manifest['web_accessible_resources']).toEqual([
      {
        // With the frames.
        resources: ['listing-lazy.js', 'panel.html'],
        matches: SITE_PATTERNS,
        ...(browser === 'Chrome' && { use_dynamic_url: true }),
      },
    ]);
  });
}

for (const folder of [chromeExtension, firefoxExtension]) {
  test(`has the licences of its packages in ${basename(folder)}`, () => {
    const notices = readFileSync(resolve(folder, NOTICES_FILE), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).length).toBeGreaterThan(10);
    for (const [name, version] of Object.entries(dependencies)) {
      expect(notices.includes(`\n${name} ${version} (`), name).toBe(true);
    }
    // By way of those, and by the build.
    for (const name of ['d3-scale', 'micromark', 'unicode2latex', 'wxt', 'vite', 'rolldown']) {
      const heading = new RegExp(`^${name} [\\d.]+ \\((?:MIT|ISC)\\)$`, 'm');
      expect(heading.test(notices), name).toBe(true);
    }
    expect(notices.includes(root), 'names a folder').toBe(false);
  });
}

/** Builds for Chrome into `folder`, with the sources of each file beside it. */
const BUILD = `
  import { build } from 'wxt';
  const vite = () => ({ build: { sourcemap: 'hidden' } });
  await build({ outDir: process.env.BUILD_FOLDER, vite });
`;

test('is the same in each build, and has the licence of each package in it', async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'papershelf-build-'));
  const env = { BUILD_FOLDER: folder, NODE_ENV: 'production' };
  const { ok, output } = await command([process.execPath, '--input-type=module', '--eval', BUILD], {
    env,
  });
  expect(ok, output).toBe(true);
  const again = join(folder, basename(chromeExtension));
  const files = filesIn(again);
  const maps = files.filter((path) => path.endsWith('.map'));
  expect(files.filter((path) => !maps.includes(path))).toEqual(filesIn(chromeExtension));
  for (const path of filesIn(chromeExtension)) {
    const [one, other] = [chromeExtension, again].map((from) => readFileSync(join(from, path)));
    expect(one!.equals(other!), path).toBe(true);
  }
  const notices = readFileSync(join(again, NOTICES_FILE), 'utf8');
  const packages = new Set(maps.flatMap((path) => packagesIn(join(again, path))));
  expect(packages.size).toBeGreaterThan(50);
  for (const name of packages) expect(notices.includes(`\n${name} `), name).toBe(true);
  await rm(folder, { recursive: true });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The packages that a file's source map names. */
function packagesIn(map: string): string[] {
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
  return sources.flatMap((source) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
    return name === undefined ? [] : [name];
  });
}

test('has a fixed extension ID, which keeps the library when the unpacked folder moves', () => {
  expect(manifestOf(chromeExtension)['key']).toMatch(/^MIIB/);
  expect(manifestOf(firefoxExtension)['browser_specific_settings']).toMatchObject({
    gecko: { id: 'papershelf@papershelf.invalid' },
  });
});

for (const [browser, shipped, tested] of [
  ['Chrome', chromeExtension, openChromeExtension],
  ['Firefox', firefoxExtension, openFirefoxExtension],
] as const) {
  test(`has closed shadow roots in ${browser}; the tested build differs only in these`, () => {
    const names = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names(tested).sort()).toEqual(names(shipped).sort());
    const textOf = (folder: string, name: string) => readFileSync(resolve(folder, name), 'latin1');
    const scripts = names(shipped).filter((name) => /\.(js|css|html|json)$/.test(name));
    const different = scripts.filter((name) => textOf(shipped, name) !== textOf(tested, name));
    expect(different).toEqual(['content-scripts/listing.js']);
    const closed = textOf(shipped, 'content-scripts/listing.js');
    const open = textOf(tested, 'content-scripts/listing.js');
    expect(closed.match(/=`closed`/g)).toHaveLength(1);
    // Not `toBe`, which would print them.
    expect(closed.replace('=`closed`', '=`open`') === open).toBe(true);
    const all = scripts.map((name) => textOf(shipped, name)).join('');
    expect(all.match(/attachShadow\(/g)).toHaveLength(1);
  });
}
