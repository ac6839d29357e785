import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

interface Source {
  code: string;
  module: ReturnType<typeof parseSync>['module'];
}

const sources = new Map(
  ['components', 'entrypoints', 'lib', 'tests']
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file)),
    )
    .map((file): [string, Source] => {
      const code = readFileSync(join(project, file), 'utf8');
      return [file, { code, module: parseSync(file, code).module }];
    }),
);

/** The file of the project that `request` in `from` means, undefined for packages. */
function fileOf(from: string, request: string): string | undefined {
  if (!/^(?:\.|@\/)/.test(request)) return undefined;
  const path = request.startsWith('@/') ? request.slice(2) : join(dirname(from), request);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')];
  return candidates.find((file) => sources.has(file));
}

/** A file that imports another, and the names it takes: undefined for all, and for what it loads later. */
interface Import {
  by: string;
  names?: (string | undefined)[];
}

const imports = new Map<string, Import[]>();

function note(request: string, made: Import): void {
  const file = fileOf(made.by, request);
  if (file !== undefined) imports.set(file, [...(imports.get(file) ?? []), made]);
}

for (const [by, { code, module }] of sources) {
  for (const { moduleRequest, entries } of module.staticImports) {
    const names = entries.map(({ importName }) => importName.name ?? undefined);
    const takesAll = entries.some(({ importName }) => importName.kind === 'NamespaceObject');
    note(moduleRequest.value, takesAll ? { by } : { by, names });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    note(code.slice(moduleRequest.start + 1, moduleRequest.end - 1), { by });
  }
}

/** The other files that use the export `name` of `file`. */
function usersOf(file: string, name: string): string[] {
  return (imports.get(file) ?? [])
    .filter(({ by, names }) => names?.includes(name) ?? mentions(by, name) > 0)
    .map(({ by }) => by);
}

/** How often a file has the word `name`. */
function mentions(file: string, name: string): number {
  return sources.get(file)?.code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
}

const isTest = (file: string): boolean => file.startsWith('tests/');

// Lists that the compiler holds to be whole, and the tests the code to.
const FOR_TESTS_ALONE = 'lib/papers/fields.ts';

/** Why an export need not be one, undefined when it is used. */
function objection(file: string, name: string, isType: boolean): string | undefined {
  const users = usersOf(file, name);
  const isUsedHere = mentions(file, name) > 1;
  // The type of what a file exports may be exported too, for whoever has to name it.
  if (users.length === 0) return isType && isUsedHere ? undefined : 'nobody imports it';
  const isForTests = !isTest(file) && !isUsedHere && users.every(isTest);
  return isForTests && file !== FOR_TESTS_ALONE ? 'only tests use it' : undefined;
}

it('no export is unused', () => {
  const objections = [...sources].flatMap(([file, { module }]) =>
    module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ exportName: { name }, isType }) => {
        const reason = name == null ? undefined : objection(file, name, isType);
        return reason === undefined ? [] : [`${file}: ${name}, ${reason}`];
      }),
  );
  expect(sources.size).toBeGreaterThan(200);
  expect(objections).toEqual([]);
});
