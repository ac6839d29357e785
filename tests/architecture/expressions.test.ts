import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RegExpParser } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vite';

const project = resolve(import.meta.dirname, '../..');

/** Sources by path. */
const sources = new Map(
  ['components', 'entrypoints', 'lib'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [join(folder, name), readFileSync(join(project, folder, name), 'utf8')]),
  ),
);

interface Expression {
  pattern: string;
  flags: string;
}

/** The literals of a source. */
function literalsIn(path: string, code: string): Expression[] {
  const found: Expression[] = [];
  JSON.stringify(parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), (_, value) => {
    if (value?.type === 'Literal' && value.regex !== undefined) found.push(value.regex);
    return typeof value === 'bigint' ? String(value) : value;
  });
  return found;
}

/** The expressions that a module makes of strings while it loads. */
async function expressionsMadeBy(path: string): Promise<Expression[]> {
  const found: Expression[] = [];
  const { RegExp: Native } = globalThis;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [pattern, flags = '']: [RegExp | string, string?]) {
      found.push({ pattern: String(pattern), flags });
      return new target(pattern, flags);
    },
  });
  try {
    await import(`${join(project, path)}?for-expressions`);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

/** Why an expression may take more than linear time, if it may. */
function faultsOf({ pattern, flags }: Expression): string[] {
  const parser = new RegExpParser();
  const sets = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const literal = {
    pattern: parser.parsePattern(pattern, 0, pattern.length, sets),
    flags: parser.parseFlags(flags),
  };
  return analyse(literal).reports.map(({ type }) => type);
}

describe('the regular expressions', () => {
  it.each([
    [/\s+$/, ['Move']],
    [/^(.*?)\.\.(.*)$/, ['Trade']],
    [/^(?:a+)+$/, ['Self']],
    [/^a+$/, []],
    [/\s+/g, []],
  ])('are checked: %s', ({ source, flags }, faults) =>
    expect(faultsOf({ pattern: source, flags })).toEqual(faults),
  );

  it('take linear time', async () => {
    const all: [path: string, Expression][] = [];
    for (const [path, code] of sources) {
      const made = code.includes('new RegExp(') ? await expressionsMadeBy(path) : [];
      if (code.includes('new RegExp(')) expect(made, path).not.toEqual([]);
      for (const expression of [...literalsIn(path, code), ...made]) all.push([path, expression]);
    }
    expect(all.length).toBeGreaterThan(240);
    const faults = all.flatMap(([path, expression]) =>
      faultsOf(expression).map(
        (fault) => `${path}: ${fault} /${expression.pattern}/${expression.flags}`,
      ),
    );
    expect(faults).toEqual([]);
  });
});
