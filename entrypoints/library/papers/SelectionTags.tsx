import { useMemo } from 'preact/hooks';
import { BulkTags, type SharedTag } from './BulkTags';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import { tagsOf } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';

interface Props {
  ids: readonly PaperId[];
  suggest(typed: string, taken: readonly string[]): Promise<readonly string[]>;
  /** Like `onRemove`, resolves to whether it was stored. */
  onAdd(tag: string): Promise<boolean>;
  onRemove(tag: string): Promise<boolean>;
}

export function SelectionTags({ ids, ...callbacks }: Props) {
  const { db } = useLibrary();
  const counts = useLastDefined(useLiveQuery(async () => tagsOf(db, ids), [db, ids]));
  // Rendered before tags load: keys typed after the shortcut reach the field.
  const tags = useMemo(
    () => [...(counts ?? [])].map(([tag, count]): SharedTag => ({ tag, count })),
    [counts],
  );
  return <BulkTags papers={ids.length} tags={tags} {...callbacks} />;
}
