import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** Sheets that may style classes of other sheets, and why. */
const EXCEPTIONS = new Map([
  [
    'entrypoints/library/digest/digest-print.css',
    'Printing the digest hides the rest of the page; other views are printed as they are.',
  ],
]);

/** Source files by path. */
const sources = new Map(
  ['components', 'entrypoints', 'lib'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(css|html|tsx?)$/.test(name))
      .map((name) => {
        const path = posix.join(folder, name.replaceAll('\\', '/'));
        return [path, readFileSync(join(project, path), 'utf8')] as const;
      }),
  ),
);
const sheets = [...sources].filter(([path]) => path.endsWith('.css'));

/** The selector list of each rule of a sheet. */
function selectorsOf(sheet: string): string[] {
  const rules = sheet.replaceAll(/\/\*.*?\*\//gs, '');
  return [...rules.matchAll(/[^{};]+(?=\{)/g)]
    .map(([prelude]) => prelude.trim())
    .filter((prelude) => !prelude.startsWith('@'));
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

/** The classes that a selector list styles: those in the last compound of each selector. */
function subjectsOf(selectors: string): string[] {
  const inner = /:([\w-]+)\(([^()]*)\)/.exec(selectors);
  if (inner !== null) {
    const [whole, name = '', parameters = ''] = inner;
    // `:not()`, `:has()` and others only narrow the match.
    const named = ['is', 'where'].includes(name) ? subjectsOf(parameters) : [];
    return subjectsOf(selectors.replace(whole, () => named.map((one) => `.${one}`).join('')));
  }
  return selectors.split(',').flatMap((one) =>
    classesIn(
      one
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '',
    ),
  );
}

/** The paths that a file imports, without type imports. */
function importsOf(path: string): string[] {
  const code = sources.get(path)?.replaceAll(/^(import|export) type [^;]*;/gm, '') ?? '';
  return [...code.matchAll(/(?:from|import|import\() ?'(@\/|\.\.?\/)([^']+)'/g)].map(
    ([, start = '', rest = '']) =>
      start === '@/' ? rest : posix.join(posix.dirname(path), start, rest),
  );
}

describe('the style sheets', () => {
  it.each([
    ['.a', ['a']],
    ['.a.b:hover::before', ['a', 'b']],
    ['.a .b > p, .c > .d', ['d']],
    [".a[data-x='y']:not(.b, :has(.c))", ['a']],
    [':is(.a, .b > .c):has(> .d)', ['a', 'c']],
    [':is(.a, .b) p', []],
    [":host([data-corner^='top']) .a", ['a']],
  ])('have the subjects of %s parsed', (selectors, classes) =>
    expect(subjectsOf(selectors)).toEqual(classes),
  );

  it('style each class in one sheet', () => {
    const styledIn = new Map<string, Set<string>>();
    for (const [path, sheet] of sheets) {
      if (EXCEPTIONS.has(path)) continue;
      for (const name of selectorsOf(sheet).flatMap(subjectsOf)) {
        styledIn.set(name, (styledIn.get(name) ?? new Set()).add(path));
      }
    }
    expect(styledIn.size).toBeGreaterThan(250);
    const styledTwice = [...styledIn].filter(([, paths]) => paths.size > 1);
    expect(styledTwice.map(([name, paths]) => `.${name}: ${[...paths].join(', ')}`)).toEqual([]);
    for (const path of EXCEPTIONS.keys()) expect(sources.has(path), path).toBe(true);
  });

  it('style no unused class', () => {
    const used = new Set<string>();
    /** Prefixes of computed classes: `ps-dot-${status}`. */
    const beginnings: string[] = [];
    for (const [path, code] of sources) {
      if (path.endsWith('.css')) continue;
      for (const [literal] of code.matchAll(/(['"`]).*?\1/g)) {
        for (const [word] of literal.matchAll(/[\w-]+/g)) used.add(word);
        for (const [, start = ''] of literal.matchAll(/([\w-]+-)\$\{/g)) beginnings.push(start);
      }
    }
    const dead = sheets.flatMap(([path, sheet]) =>
      selectorsOf(sheet)
        .flatMap(classesIn)
        .filter((name) => !used.has(name) && !beginnings.some((start) => name.startsWith(start)))
        .map((name) => `.${name}: ${path}`),
    );
    expect(dead).toEqual([]);
  });

  it('are all imported', () => {
    const imported = new Set(
      [...sources.keys()].flatMap(importsOf).map((path) => path.replace(/\?inline$/, '')),
    );
    expect(sheets.map(([path]) => path).filter((path) => !imported.has(path))).toEqual([]);
  });

  it('apply to listings only in shadow roots, except page.css', () => {
    const reached = new Set([
      'entrypoints/listing.content/index.ts',
      'entrypoints/listing-lazy.ts',
    ]);
    // The loop adds to the set.
    for (const path of reached) {
      for (const imported of importsOf(path)) {
        const files = ['', '.ts', '.tsx'].map((ending) => imported + ending);
        reached.add(files.find((file) => sources.has(file)) ?? imported);
      }
    }
    expect(reached).toContain('components/icons.tsx');
    const global = [...reached].filter((path) => path.endsWith('.css'));
    expect(global).toEqual(['entrypoints/listing.content/page.css']);
  });
});
