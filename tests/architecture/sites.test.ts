import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sites } from '@/lib/sites/registry';

const project = resolve(import.meta.dirname, '../..');
const fixtures = readdirSync(join(project, 'tests/fixtures/sites'));

describe.each(sites.map((site) => [site.id, site] as const))('the site %s', (_, site) => {
  const folders = readdirSync(join(project, 'lib/sites'), { withFileTypes: true });
  const name = folders.find(
    (folder) =>
      folder.isDirectory() &&
      readFileSync(join(project, 'lib/sites', folder.name, 'index.ts'), 'utf8').includes(
        `id: '${site.id}'`,
      ),
  )?.name;
  const own = fixtures.filter(
    (fixture) => fixture.startsWith(`${name}--`) && fixture.endsWith('.html'),
  );

  it('has a folder', () => expect(name).toBeDefined());
  it('has fixtures, including an empty listing and a look-alike', () => {
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.join(' ')).toMatch(/empty/);
    expect(own.join(' ')).toMatch(/look-?alike/);
  });
  it('has an expected result for each fixture', () => {
    for (const fixture of own) {
      const expected = join(
        project,
        'tests/fixtures/sites',
        fixture.replace(/\.html$/, '.expected.json'),
      );
      expect(existsSync(expected), fixture).toBe(true);
    }
  });
});
