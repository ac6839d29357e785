import { expect, vi } from 'vitest';
import { Failure } from '@/lib/shared/failure';
import type { TestLibrary } from '../integration/library/library-for-tests';
import { installBrowser } from './browser';
import { runWith, type Fault, type Step } from './faulty-disk';
import { libraryInUse, reopened } from './library-in-use';
import { expectIndexed, expectSound, observe, settled } from './observe';
import type { UseCase } from './use-cases';

interface Begun {
  library: TestLibrary;
  run(on?: TestLibrary): Promise<unknown>;
}

async function begin(useCase: UseCase): Promise<Begun> {
  installBrowser();
  const library = await libraryInUse();
  const begun = await useCase.begin?.(library);
  return { library, run: (on = library) => useCase.run(on, begun) };
}

/** The undisturbed use case: the stored rows before and after it, and its steps. */
async function undisturbed(useCase: UseCase) {
  const { library, run } = await begin(useCase);
  const before = await observe(library);
  const { steps, how, error } = await runWith(() => run());
  if (how !== 'done') throw error;
  const after = await observe(library);
  library.db.close();
  return { before, after, steps };
}

/**
 * Kills the use case at each of its steps. What the reader wrote must then be as before or as
 * after; nothing of an uncommitted transaction stays; a search finds the stored rows; and after a
 * restart the repeated use case ends as if nothing had happened.
 * @param every one step in so many: 1 for all
 * @returns the number of kills
 */
export async function killEverywhere(useCase: UseCase, every: number): Promise<number> {
  const { before, after, steps } = await undisturbed(useCase);
  let last = before;
  let kills = 0;
  for (const [index, step] of steps.entries()) {
    if (index % every !== offset(useCase, every)) continue;
    const { library, run } = await begin(useCase);
    const at = index + 1;
    const where = `${useCase.name}, killed at step ${at} (${step})`;
    const ending = await runWith(() => run(), { kind: 'kill', at });
    library.db.close();
    expect(ending.how, where).toBe('killed');
    const later = reopened(library);
    const found = await observe(later);
    const isFirst = !steps.slice(0, index).some((former) => WRITTEN.has(former));
    if (!WRITTEN.has(step) && (isFirst || every === 1)) expect(found, where).toEqual(last);
    expect([before.words, after.words], where).toContainEqual(found.words);
    last = found;
    await expectSound(later);
    installBrowser();
    await run(later);
    const repeated = await observe(later);
    expect(settled(repeated), `${where}, repeated`).toEqual(settled(after));
    await expectIndexed(later);
    later.db.close();
    kills += 1;
  }
  return kills;
}

/**
 * Has each write of the use case fail as on a full disk. It must report that, or cope; nothing is
 * half done; and it works, in the same page, once there is space.
 * @param every see `killEverywhere`
 * @returns the number of failed writes
 */
export async function fillDiskEverywhere(
  useCase: UseCase,
  kind: Exclude<Fault['kind'], 'kill'>,
  every: number,
): Promise<number> {
  const { before, after, steps } = await undisturbed(useCase);
  let failures = 0;
  for (const [index, step] of steps.entries()) {
    if (index % every !== offset(useCase, every) || WRITTEN.has(step)) continue;
    const { library, run } = await begin(useCase);
    vi.stubGlobal('navigator', {
      ...globalThis.navigator,
      locks: navigator.locks,
      storage: { estimate: async () => ({ quota: 1e9, usage: 1e9 - 1000 }) },
    });
    const at = index + 1;
    const where = `${useCase.name}, ${kind} at step ${at}`;
    const ending = await runWith(() => run(), { kind, at });
    if (ending.how === 'failed') expectReported(ending.error, step, where);
    const found = await observe(library);
    expect([before.words, after.words], where).toContainEqual(found.words);
    const isFirst = !steps.slice(0, index).some((former) => WRITTEN.has(former));
    if (ending.how === 'failed' && isFirst) {
      expect(settled(found), where).toEqual(settled(before));
    }
    await expectSound(library);
    installBrowser();
    await run();
    expect(settled(await observe(library)), `${where}, repeated`).toEqual(settled(after));
    await expectIndexed(library);
    library.db.close();
    failures += 1;
  }
  return failures;
}

/** What was written before these steps stays. */
const WRITTEN: ReadonlySet<Step> = new Set(['committed', 'written']);

/** Another one for each use case, so that few steps are of all kinds. */
function offset({ name }: UseCase, every: number): number {
  return name.length % every;
}

/** Work outside a use case (the index) throws the database's own errors. */
function expectReported(error: unknown, step: Step, where: string): void {
  if (!(error instanceof Failure)) return;
  expect(error.code, where).toBe(step === 'outside' ? 'unexpected' : 'storage-full');
}
