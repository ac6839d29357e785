import { useMemo, useState } from 'preact/hooks';
import type { RowStanding } from './DigestRow';
import { once, useSubscription } from '@/components/hooks/use-subscription';
import { useKept, useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { LibraryContext } from '@/lib/library/context';
import { readDigest, type DigestList } from '@/lib/library/digest/digest-list';
import { digestStanding, type DigestStanding } from '@/lib/library/digest/digest-status';
import type { DigestPeriod } from '@/lib/papers/digest';
import { isSaved } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';

export interface Digest {
  /** As it was when it was read, so that nothing jumps; undefined until then. */
  list: DigestList | undefined;
  /** How one of its papers stands by now. */
  standingOf(id: PaperId): RowStanding;
  /** How many came in since it was read. */
  arrived: number;
  /** Reads it anew: what was dealt with leaves it, and what came in is there. */
  readAgain(): void;
}

/** The papers of a period that the reader missed, and what becomes of them. */
export function useDigest(library: LibraryContext, period: DigestPeriod): Digest {
  const [turn, setTurn] = useState(0);
  const list = useKept(
    useSubscription(() => once(() => readDigest(library, period)), [library, period, turn]),
  );
  const ids = useMemo(() => list?.papers.map(({ paper }) => paper.id), [list]);
  const standing = useLiveQuery(
    async () => list && ids && digestStanding(library, ids, list.since),
    [library, list],
  );
  const left = ids?.filter((id) => standing?.missed.has(id)).length ?? 0;
  return {
    list,
    standingOf: (id) => rowStanding(standing, id),
    arrived: standing === undefined ? 0 : standing.missed.size - left,
    readAgain: () => setTurn((turn) => turn + 1),
  };
}

/** Until it is known, a paper is one that was missed. */
function rowStanding(standing: DigestStanding | undefined, id: PaperId): RowStanding {
  const entry = standing?.entries.get(id);
  return {
    entry: isSaved(entry) ? entry : undefined,
    // One that was saved since is wanted after all.
    dismissed: !isSaved(entry) && (standing?.dismissed.has(id) ?? false),
    dealtWith: standing !== undefined && !standing.missed.has(id),
  };
}
