import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { DAILY_LIST_PATTERNS, SITE_PATTERNS } from '../../lib/sites/manifest';
import { chromeExtension, firefoxExtension } from '../run/paths';

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
    const others = ['host_permissions', 'externally_connectable', 'content_security_policy'];
    for (const key of others) expect(manifest).not.toHaveProperty(key);
    expect(manifest['content_scripts']).toEqual([
      {
        matches: expect.arrayContaining(['https://huggingface.co/papers*']),
        css: ['content-scripts/listing.css'],
        js: ['content-scripts/listing.js'],
      },
    ]);
    const [{ matches }] = manifest['content_scripts'] as [{ matches: string[] }];
    const origins = new Set(matches.map((pattern) => new URL(pattern).origin));
    expect([...origins].map((origin) => `${origin}/*`)).toEqual(SITE_PATTERNS);
    // The lazy part of the content script.
    expect(manifest['web_accessible_resources']).toEqual([
      { resources: ['listing-lazy.js'], matches: SITE_PATTERNS },
    ]);
  });
}

test('has a fixed extension ID, which keeps the library when the unpacked folder moves', () => {
  expect(manifestOf(chromeExtension)['key']).toMatch(/^MIIB/);
  expect(manifestOf(firefoxExtension)['browser_specific_settings']).toMatchObject({
    gecko: { id: 'papershelf@papershelf.invalid' },
  });
});
