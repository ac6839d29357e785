import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteBundledPackages, noticesOf, packageFolder } from '@/lib/build/third-party-notices';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'papershelf-notices-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function addPackage(name: string, manifest: object, files: Record<string, string> = {}): string {
  const path = join(folder, 'node_modules', name);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name, version: '1.2.3', ...manifest }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

describe('packageFolder', () => {
  it.each([
    ['/p/node_modules/dexie/dist/dexie.mjs', '/p/node_modules/dexie'],
    ['/p/node_modules/@a/b/index.js?x', '/p/node_modules/@a/b'],
    ['/p/node_modules/a/node_modules/b/index.js', '/p/node_modules/a/node_modules/b'],
    ['\0/p/node_modules/c/index.js?commonjs', '/p/node_modules/c'],
    ['\0vite/preload-helper.js', '/p/node_modules/vite'],
    ['\0rolldown/runtime.js', '/p/node_modules/rolldown'],
    ['/p/lib/papers/paper.ts', undefined],
    ['\0virtual:wxt-plugins', undefined],
  ])('of %j is %j', (id, expected) => {
    expect(packageFolder(id, '/p/node_modules')).toBe(expected);
  });
});

it('noteBundledPackages notes the packages of chunks', () => {
  const folders = new Set<string>();
  const plugin = noteBundledPackages(folders, '/p/node_modules');
  const modules = { '/p/node_modules/a/x.js': {}, '/p/lib/y.ts': {} };
  const bundle = { 'a.js': { type: 'chunk', modules }, 'a.css': { type: 'asset' } };
  (plugin.generateBundle as (options: object, bundle: object) => void)({}, bundle);
  expect([...folders]).toEqual(['/p/node_modules/a']);
});

describe('noticesOf', () => {
  it('returns the same text for any order and place', () => {
    const add = () => [
      addPackage('b', { license: 'MIT' }, { LICENSE: 'Licence of b\r\n', NOTICE: 'Notice of b' }),
      addPackage(
        '@a/c',
        { license: 'ISC', repository: { url: 'git+https://a.example/c.git' } },
        {
          'licence.md': 'Licence of c',
        },
      ),
    ];
    const first = noticesOf(add());
    const former = folder;
    folder = mkdtempSync(join(tmpdir(), 'papershelf-elsewhere-'));
    expect(noticesOf(add().reverse())).toBe(first);
    rmSync(former, { recursive: true });
    expect(first).toContain('\n@a/c 1.2.3 (ISC)\nhttps://a.example/c.git\n\nLicence of c\n');
    expect(first).toContain('\nb 1.2.3 (MIT)\n\nLicence of b\n\nNotice of b\n');
    expect(first.indexOf('@a/c')).toBeLessThan(first.indexOf('b 1.2.3'));
    expect(first).not.toContain('papershelf-notices');
  });

  it('states the licence of a package that only names it', () => {
    const author = 'Ada Quill <ada@quill.example> (https://quill.example)';
    const notices = noticesOf([addPackage('d', { license: 'ISC', author })]);
    expect(notices).toContain('Copyright (c) Ada Quill\n\nPermission to use');
  });

  it('throws for a package without a licence', () => {
    const unknown = [
      addPackage('e', { license: 'SEE LICENSE', author: 'A' }),
      addPackage('f', { license: 'MIT' }),
      addPackage('g', {}),
    ];
    for (const one of unknown) expect(() => noticesOf([one])).toThrow(/has no licence text/);
  });
});
