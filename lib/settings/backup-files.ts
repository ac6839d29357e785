import * as v from 'valibot';
import { count, text } from '@/lib/papers/schemas';
import { WRITTEN_COPY, type WrittenCopy } from './backup-file';
import { storedValue } from './stored-value';

/** A backup of the whole library in a file outside the browser. */
export interface Copy extends WrittenCopy {
  /** Where it was put: the whole path when the browser told it, else the name alone. */
  fileName: string;
  /** The browser's number for it, when it was saved by the downloads API. */
  downloadId?: number;
  /** Whether it was made by itself; only such copies are removed by themselves. */
  automatic: boolean;
}

const copyForm: v.GenericSchema<unknown, Copy> = v.object({
  ...WRITTEN_COPY,
  fileName: text,
  downloadId: v.exactOptional(count),
  automatic: v.boolean(),
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
  await copies.change((former) => change(former).toSorted((a, b) => b.at - a.at));
}
