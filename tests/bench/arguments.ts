import { parseArgs } from 'node:util';

/** What can be measured alone, in this order. */
export const PARTS = [
  'listing',
  'panel',
  'share',
  'page-bar',
  'year',
  'library',
  'opening',
  'import',
  'sizes',
] as const;
export type Part = (typeof PARTS)[number];

export interface BenchArguments {
  /** The only size of a library to measure, in papers; undefined for all sizes. */
  count: number | undefined;
  /** The folder of an unpacked PaperMemory to compare with. */
  peer: string | undefined;
  /** All by default. */
  parts: readonly Part[];
}

const USAGE = `Usage: npm run bench -- [NUMBER_OF_PAPERS] [--only PART,PART] or npm run bench -- --peer DIR
Parts: ${PARTS.join(', ')}`;

/**
 * @param given those after `npm run bench --`
 * @throws on anything else than a number of papers, `--only` known parts, or `--peer DIR`
 */
export function benchArguments(given: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: { peer: { type: 'string' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const [count, ...others] = positionals;
  const isSize = count === undefined || /^[1-9]\d*$/.test(count);
  const parts = values.only?.split(',') ?? PARTS;
  if (!isSize || others.length > 0 || values.peer === '' || !parts.every(isPart)) {
    throw new Error(USAGE);
  }
  return { count: count === undefined ? undefined : Number(count), peer: values.peer, parts };
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}
