import { useMemo, useState } from 'preact/hooks';
import type { RowStatus } from './DigestRow';
import { useLocalDay } from '@/components/hooks/use-local-day';
import { useOptimistic, type ShowChange } from '@/components/hooks/use-optimistic';
import { once, useSubscription } from '@/components/hooks/use-subscription';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import { readDigest, type DigestList } from '@/lib/library/digest/digest-list';
import { digestStatus, type DigestStatus } from '@/lib/library/digest/digest-status';
import type { DigestPeriod } from '@/lib/papers/digest';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';

interface PaperMarks {
  saved: boolean;
  dismissed: boolean;
  seen: boolean;
}

export interface MarksChange {
  ids: readonly PaperId[];
  marks: Partial<PaperMarks>;
}

type MarksById = Readonly<Record<PaperId, PaperMarks>>;

export interface Digest {
  /** A snapshot: rows do not jump. Undefined while loading. */
  list: DigestList | undefined;
  statusOf(id: PaperId): RowStatus;
  /** Shows a change while storing it. */
  showMarks: ShowChange<MarksChange>;
  /** Papers since the snapshot. */
  arrived: number;
  /** Renews the snapshot: drops handled papers, adds arrived ones. */
  readAgain(): void;
}

/** A snapshot of papers missed in a period (once known), with live status. */
export function useDigest(period: DigestPeriod | undefined): Digest {
  const library = useLibrary();
  const [turn, setTurn] = useState(0);
  const day = useLocalDay(library.now);
  // Other periods begin on the same day.
  const countedFrom = period === 'week' || period === 'month' ? day : undefined;
  const list = useLastDefined(
    useSubscription(
      () => once(async () => (period === undefined ? undefined : readDigest(library, period))),
      [library, period, countedFrom, turn],
    ),
  );
  const ids = useMemo(() => list?.papers.map(({ paper }) => paper.id), [list]);
  const status = useLiveQuery(
    async () => list && ids && digestStatus(library, ids, list.since),
    [library, list],
  );
  const stored = useMemo(() => marksById(ids ?? [], status), [ids, status]);
  const [marks, showMarks] = useOptimistic(stored, changedMarks);
  const left = ids?.filter((id) => status?.missed.has(id)).length ?? 0;
  return {
    list,
    statusOf: (id) => rowStatus(marks[id], status?.entries.get(id)),
    showMarks,
    arrived: status === undefined ? 0 : status.missed.size - left,
    readAgain: () => setTurn((turn) => turn + 1),
  };
}

/** While loading, papers count as missed. */
function marksById(ids: readonly PaperId[], status: DigestStatus | undefined): MarksById {
  const marksOf = (id: PaperId): PaperMarks => ({
    saved: isSaved(status?.entries.get(id)),
    dismissed: status?.dismissed.has(id) ?? false,
    seen: status?.seen.has(id) ?? false,
  });
  return Object.fromEntries(ids.map((id) => [id, marksOf(id)]));
}

function changedMarks(all: MarksById, { ids, marks }: MarksChange): MarksById {
  const changed = { ...all };
  // The open paper may be unlisted.
  for (const id of ids) if (all[id]) changed[id] = { ...all[id], ...marks };
  return changed;
}

function rowStatus(marks: PaperMarks | undefined, entry: Entry | undefined): RowStatus {
  const { saved = false, dismissed = false, seen = false } = marks ?? {};
  return {
    saved,
    entry: saved ? entry : undefined,
    // Saving overrides an earlier dismissal.
    dismissed: dismissed && !saved,
    handled: saved || dismissed || seen || entry !== undefined,
  };
}
