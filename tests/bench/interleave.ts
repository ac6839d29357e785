import { median } from './table';

/**
 * Runs the measures alternately, so that a busy machine affects all of them.
 * @returns the median of each
 */
export async function measureInterleaved(
  rounds: number,
  measures: readonly (() => Promise<number>)[],
): Promise<number[]> {
  const measured = measures.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measures.entries()) measured[index]?.push(await measure());
  }
  return measured.map(median);
}
