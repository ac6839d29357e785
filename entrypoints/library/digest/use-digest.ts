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
  /** A snapshot, so that rows do not jump; undefined while loading. */
  list: DigestList | undefined;
  /** The current state of a listed paper. */
  statusOf(id: PaperId): RowStatus;
  /** Number of papers that arrived since the snapshot. */
  arrived: number;
  /** Takes a new snapshot: drops handled papers, adds arrived ones. */
  readAgain(): void;
}

/** Papers missed in a period: a snapshot with live status. */
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

/** While the status loads, papers count as missed. */
function rowStatus(status: DigestStatus | undefined, id: PaperId): RowStatus {
  const entry = status?.entries.get(id);
  return {
    entry: isSaved(entry) ? entry : undefined,
    // Saving overrides an earlier dismissal.
    dismissed: !isSaved(entry) && (status?.dismissed.has(id) ?? false),
    dealtWith: status !== undefined && !status.missed.has(id),
  };
}
