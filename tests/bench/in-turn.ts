import { median } from './table';

/**
 * Measures each in turn, so many times, and gives the middle of what each measured: what slows the
 * machine for a while slows them all.
 */
export async function inTurn(
  rounds: number,
  measures: readonly (() => Promise<number>)[],
): Promise<number[]> {
  const measured = measures.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measures.entries()) measured[index]?.push(await measure());
  }
  return measured.map(median);
}
