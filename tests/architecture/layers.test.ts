import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error -- The linter reads JavaScript only, on Node 20.
import * as config from '../../.oxlintrc.mjs';

const project = resolve(import.meta.dirname, '../..');

interface Room {
  values: readonly string[];
  types?: readonly string[];
}

const { ROOMS, OTHER_ROOMS, PURE } = config as {
  ROOMS: Record<string, Room>;
  OTHER_ROOMS: Record<string, Room>;
  PURE: readonly string[];
};

const rooms = new Map<string, Room>([
  ...Object.entries(ROOMS).map(([name, room]): [string, Room] => [`lib/${name}`, room]),
  ...Object.entries(OTHER_ROOMS),
]);

/** Every name in the table's import lists. */
const names = [
  ...new Set([...rooms.values()].flatMap(({ values, types = [] }) => [...values, ...types])),
];

const specifier = (name: string): string =>
  name in ROOMS || name.startsWith('@/') ? `${name in ROOMS ? `@/lib/${name}` : name}/other` : name;

/** Files to lint by path, with the specifiers or rules that must be reported. */
const files = new Map<string, { code: string; expected: string[] }>();

for (const [folder, { values, types = [] }] of rooms) {
  const foreign = names.filter((name) => `lib/${name}` !== folder && name !== `@/${folder}`);
  for (const [path, up] of [
    [`${folder}/case.ts`, '../'],
    [`${folder}/deep/deeper/case.ts`, '../../../'],
  ] as const) {
    const forbidden = foreign.filter((name) => !values.includes(name));
    files.set(`${path}#values`, {
      code: importCode(['./other', `${up}elsewhere/other`, ...foreign.map(specifier)], 'import'),
      expected: [`${up}elsewhere/other`, ...forbidden.map(specifier)],
    });
    files.set(`${path}#types`, {
      code: importCode(foreign.map(specifier), 'import type'),
      expected: forbidden.filter((name) => !types.includes(name)).map(specifier),
    });
  }
}

function importCode(from: readonly string[], keyword: string): string {
  return from
    .map((one, index) =>
      keyword === 'import'
        ? `import { a${index} } from '${one}'; export const b${index} = a${index};`
        : `import type { A${index} } from '${one}'; export type B${index} = A${index};`,
    )
    .join('\n');
}

const EVERYWHERE = {
  'sets innerHTML': ['eslint(no-restricted-properties)', `(e: Element) => { e.innerHTML = 'x'; }`],
  'sets outerHTML': ['eslint(no-restricted-properties)', `(e: Element) => { e.outerHTML = 'x'; }`],
  'inserts HTML': [
    'eslint(no-restricted-properties)',
    `(e: Element) => { e.insertAdjacentHTML('beforeend', 'x'); }`,
  ],
  'sets HTML in JSX': [
    'react(no-danger)',
    `() => <div dangerouslySetInnerHTML={{ __html: 'x' }} />`,
  ],
} as const;
const IN_PURE_ROOMS = {
  'reads a global': ['eslint(no-restricted-globals)', 'document.title'],
  'reads the clock': ['eslint(no-restricted-properties)', '() => Date.now()'],
  'draws random numbers': ['eslint(no-restricted-properties)', '() => Math.random()'],
} as const;

function forbid(folder: string, cases: Record<string, readonly [rule: string, code: string]>) {
  for (const [what, [rule, code]] of Object.entries(cases)) {
    files.set(`${folder}/case.tsx#${what}`, {
      code: `export const it = ${code};`,
      expected: [rule],
    });
  }
}
for (const folder of ['components', 'entrypoints/popup', 'lib/pages']) forbid(folder, EVERYWHERE);
for (const room of PURE) forbid(`lib/${room}`, IN_PURE_ROOMS);

/** The specifier of an import diagnostic, else its rule. */
function subject({ code, message }: { code: string; message: string }): string {
  return code === 'eslint(no-restricted-imports)' ? (/'([^']+)'/.exec(message)?.[1] ?? code) : code;
}

describe('the linter', () => {
  let folder = '';
  const reported = new Map<string, string[]>();
  const pathOf = (name: string): string => {
    const [path = '', what = ''] = name.split('#');
    return path.replace('case', `case-${what.replaceAll(' ', '-')}`);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'papershelf-layers-'));
    copyFileSync(join(project, '.oxlintrc.mjs'), join(folder, '.oxlintrc.mjs'));
    for (const [name, { code }] of files) {
      const path = join(folder, pathOf(name));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
    const { stdout } = spawnSync(
      join(project, 'node_modules/.bin/oxlint'),
      ['-c', '.oxlintrc.mjs', '--format=json'],
      { cwd: folder, encoding: 'utf8' },
    );
    // Configuration errors are not JSON.
    if (!stdout.startsWith('{')) throw new Error(stdout);
    const report = JSON.parse(stdout) as {
      diagnostics: { filename: string; code: string; message: string }[];
    };
    for (const diagnostic of report.diagnostics) {
      const path = diagnostic.filename.replaceAll('\\', '/');
      reported.set(path, [...(reported.get(path) ?? []), subject(diagnostic)]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const found = (name: string): string[] => [...new Set(reported.get(pathOf(name)))].sort();

  it.each([...rooms.keys()])('lets %s import only what its table row allows', (room) => {
    const cases = [...files].filter(([name]) =>
      new RegExp(`^${room}/(deep/deeper/)?case\\.ts#`).test(name),
    );
    expect(cases).toHaveLength(4);
    for (const [name, { expected }] of cases) expect(found(name), name).toEqual(expected.sort());
  });

  it.each(Object.keys(EVERYWHERE))('reports code that %s', (what) => {
    const cases = [...files].filter(([name]) => name.endsWith(`#${what}`));
    expect(cases).toHaveLength(3);
    for (const [name, { expected }] of cases) expect(found(name), name).toEqual(expected);
  });

  it.each(Object.keys(IN_PURE_ROOMS))('reports a pure room that %s', (what) => {
    const cases = [...files].filter(([name]) => name.endsWith(`#${what}`));
    expect(cases).toHaveLength(PURE.length);
    for (const [name, { expected }] of cases) expect(found(name), name).toEqual(expected);
  });
});

describe('the layer table', () => {
  const order = Object.keys(ROOMS);
  it.each(Object.entries(ROOMS))(
    'lets %s import lower rooms only',
    (room, { values, types = [] }) => {
      const imported = [...values, ...types].filter((name) => name in ROOMS);
      expect(imported.filter((name) => order.indexOf(name) >= order.indexOf(room))).toEqual([]);
    },
  );

  it('denies components the database and the browser, and content scripts the database', () => {
    expect(rooms.get('components')?.values).not.toContain('dexie');
    expect(rooms.get('components')?.values).not.toContain('wxt/browser');
    for (const room of ['lib/content-script', 'entrypoints/listing.content']) {
      for (const name of ['db', 'library', 'search', 'dexie']) {
        expect(rooms.get(room)?.values, room).not.toContain(name);
      }
    }
  });
});
