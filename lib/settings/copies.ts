import * as v from 'valibot';
import { count, time } from '../papers/schemas';
import { storedValue } from './stored-value';

/** How the reader's part of the library stood: two libraries that differ here differ. */
export interface LibraryStanding {
  /** How many entries there are, removed ones too. */
  entries: number;
  /** When the last edit was, ms since epoch, as far as that was past then; 0 without any. */
  updatedAt: number;
  /** How many papers are dismissed; a copy that an older version listed does not say. */
  dismissals?: number;
}

/** A backup of the whole library in a file outside the browser. */
export interface Copy {
  /** When it was made, ms since epoch; also what tells it from the others. */
  at: number;
  /** Where it was put: the whole path when the browser told it, else the name alone. */
  fileName: string;
  /** The browser's number for it, when it was saved by the downloads API. */
  downloadId?: number;
  bytes: number;
  /** How many papers were in the library, without the removed. */
  papers: number;
  /** Whether it was made by itself; only such copies are removed by themselves. */
  automatic: boolean;
  standing: LibraryStanding;
}

/** A copy whose file is not saved yet. */
export type WrittenCopy = Pick<Copy, 'at' | 'bytes' | 'papers' | 'standing'>;

const copyForm: v.GenericSchema<unknown, Copy> = v.object({
  at: time,
  fileName: v.string(),
  downloadId: v.exactOptional(count),
  bytes: count,
  papers: count,
  automatic: v.boolean(),
  standing: v.object({
    entries: count,
    updatedAt: count,
    dismissals: v.exactOptional(count),
  }),
});

/** The copies made from here, newest first. Change them by `changeCopies`. */
export const copies = storedValue<readonly Copy[]>(
  'copies',
  // A broken one costs that one.
  v.pipe(
    v.array(v.unknown()),
    v.transform((stored) => stored.filter((copy): copy is Copy => v.is(copyForm, copy))),
  ),
  [],
);

/** Changes the list, one part of the extension at a time. */
export async function changeCopies(
  change: (former: readonly Copy[]) => readonly Copy[],
): Promise<void> {
  await navigator.locks.request('papershelf-copies', async () => {
    await copies.write(change(await copies.read()).toSorted((a, b) => b.at - a.at));
  });
}
