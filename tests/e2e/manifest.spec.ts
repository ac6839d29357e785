import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { daySources } from '../../lib/sites/day-sources';
import { chromeExtension, firefoxExtension } from '../run/paths';

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

for (const [browser, folder, optional] of [
  ['Chrome', chromeExtension, ['downloads', 'offscreen', 'notifications']],
  ['Firefox', firefoxExtension, ['downloads', 'notifications']],
] as const) {
  test(`asks ${browser} for these permissions and no others`, () => {
    const manifest = manifestOf(folder);
    expect(manifest['permissions']).toEqual([
      'storage',
      'unlimitedStorage',
      'activeTab',
      'contextMenus',
      'scripting',
      'alarms',
    ]);
    // For automatic copies, notifications and the daily list, and not before the reader switches
    // them on.
    expect(manifest['optional_permissions']).toEqual(optional);
    expect(manifest['optional_host_permissions']).toEqual(daySources.map(({ pattern }) => pattern));
    const others = ['host_permissions', 'externally_connectable', 'content_security_policy'];
    for (const key of others) expect(manifest).not.toHaveProperty(key);
    expect(manifest['content_scripts']).toEqual([
      {
        matches: ['https://huggingface.co/papers*'],
        css: ['content-scripts/listing.css'],
        js: ['content-scripts/listing.js'],
      },
    ]);
    // The rest of the content script, loaded when the reader first does something.
    expect(manifest['web_accessible_resources']).toEqual([
      { resources: ['listing-lazy.js'], matches: ['https://huggingface.co/*'] },
    ]);
  });
}

test('keeps its library when the unpacked folder moves', () => {
  expect(manifestOf(chromeExtension)['key']).toMatch(/^MIIB/);
  expect(manifestOf(firefoxExtension)['browser_specific_settings']).toMatchObject({
    gecko: { id: 'papershelf@papershelf.invalid' },
  });
});
