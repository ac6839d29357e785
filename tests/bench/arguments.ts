import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** The only size of a library to measure, in papers; undefined for all sizes. */
  count: number | undefined;
  /** The folder of an unpacked PaperMemory to compare with. */
  peer: string | undefined;
}

/**
 * @param given those after `npm run bench --`
 * @throws on anything else than a number of papers or `--peer DIR`
 */
export function benchArguments(given: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: { peer: { type: 'string' } },
    allowPositionals: true,
  });
  const [count, ...others] = positionals;
  const isSize = count === undefined || /^[1-9]\d*$/.test(count);
  if (!isSize || others.length > 0 || values.peer === '') {
    throw new Error('Usage: npm run bench [-- NUMBER_OF_PAPERS] or npm run bench -- --peer DIR');
  }
  return { count: count === undefined ? undefined : Number(count), peer: values.peer };
}
