import { useMemo, useState } from 'preact/hooks';
import type { RowStatus } from './DigestRow';
import { once, useSubscription } from '@/components/hooks/use-subscription';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { LibraryContext } from '@/lib/library/context';
import { readDigest, type DigestList } from '@/lib/library/digest/digest-list';
import { digestStatus, type DigestStatus } from '@/lib/library/digest/digest-status';
import type { DigestPeriod } from '@/lib/papers/digest';
import { isSaved } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';

export interface Digest {
  /** As it was when it was read, so that nothing jumps; undefined until then. */
  list: DigestList | undefined;
  /** How one of its papers stands by now. */
  statusOf(id: PaperId): RowStatus;
  /** How many came in since it was read. */
  arrived: number;
  /** Reads it anew: what was dealt with leaves it, and what came in is there. */
  readAgain(): void;
}

/** The papers of a period that the reader missed, and what becomes of them. */
export function useDigest(library: LibraryContext, period: DigestPeriod): Digest {
  const [turn, setTurn] = useState(0);
  const list = useLastDefined(
    useSubscription(() => once(() => readDigest(library, period)), [library, period, turn]),
  );
  const ids = useMemo(() => list?.papers.map(({ paper }) => paper.id), [list]);
  const status = useLiveQuery(
    async () => list && ids && digestStatus(library, ids, list.since),
    [library, list],
  );
  const left = ids?.filter((id) => status?.missed.has(id)).length ?? 0;
  return {
    list,
    statusOf: (id) => rowStatus(status, id),
    arrived: status === undefined ? 0 : status.missed.size - left,
    readAgain: () => setTurn((turn) => turn + 1),
  };
}

/** Until it is known, a paper is one that was missed. */
function rowStatus(status: DigestStatus | undefined, id: PaperId): RowStatus {
  const entry = status?.entries.get(id);
  return {
    entry: isSaved(entry) ? entry : undefined,
    // One that was saved since is wanted after all.
    dismissed: !isSaved(entry) && (status?.dismissed.has(id) ?? false),
    dealtWith: status !== undefined && !status.missed.has(id),
  };
}
