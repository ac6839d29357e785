import type { PapershelfDatabase } from '@/lib/db/database';

/** Changes whenever results may; two short reads. */
export async function searchVersion(db: PapershelfDatabase): Promise<string> {
  const [state, lastLine] = await Promise.all([
    db.searchState.get('index'),
    db.searchOutbox.orderBy('seq').lastKey(),
  ]);
  return `${state?.format ?? 0}:${state?.generation ?? 0}:${String(lastLine ?? 0)}`;
}
