import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { chromeExtension, firefoxExtension } from '../run/paths';

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

for (const [browser, folder, optional] of [
  ['Chrome', chromeExtension, ['downloads', 'offscreen']],
  ['Firefox', firefoxExtension, ['downloads']],
] as const) {
  test(`asks ${browser} for these permissions and no others`, () => {
    const manifest = manifestOf(folder);
    expect(manifest['permissions']).toEqual(['storage', 'unlimitedStorage']);
    // For automatic copies, and not before the reader switches them on.
    expect(manifest['optional_permissions']).toEqual(optional);
    const others = [
      'host_permissions',
      'optional_host_permissions',
      'web_accessible_resources',
      'externally_connectable',
      'content_security_policy',
    ];
    for (const key of others) expect(manifest).not.toHaveProperty(key);
    expect(manifest['content_scripts']).toEqual([
      { matches: ['https://huggingface.co/papers*'], js: ['content-scripts/listing.js'] },
    ]);
  });
}

test('keeps its library when the unpacked folder moves', () => {
  expect(manifestOf(chromeExtension)['key']).toMatch(/^MIIB/);
  expect(manifestOf(firefoxExtension)['browser_specific_settings']).toMatchObject({
    gecko: { id: 'papershelf@papershelf.invalid' },
  });
});
