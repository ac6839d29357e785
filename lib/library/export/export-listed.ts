import { withFailures } from '@/lib/db/to-failure';
import { exportFileName } from '@/lib/export/format';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { Failure } from '@/lib/shared/failure';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { paperRows } from '../queries';
import { freeCitationKeys, newEntry } from '../entries/saved-entry';

/** A file for the reader to download. */
export interface ExportedFile {
  name: string;
  /** Media type with its charset. */
  mime: string;
  text: string;
}

/**
 * A file with these papers in the order given, saved or not; one that is not is written as if it
 * were saved now. Papers that no page ever showed are left out. Nothing is stored.
 * @param formatId `ExportFormat.id`
 * @throws Failure `malformed` when there is no such format
 */
export function exportListed(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  paperIds: readonly PaperId[],
  formatId: string,
): Promise<ExportedFile> {
  const at = now();
  return withFailures(async () => {
    const format = EXPORT_FORMATS.find(({ id }) => id === formatId);
    if (format === undefined) throw new Failure('malformed', formatId);
    const rows = await paperRows(db, paperIds);
    const unknown = rows.filter(({ entry }) => entry === undefined).map(({ paper }) => paper);
    const keyFor = await freeCitationKeys(db, unknown);
    const records = rows.map(({ paper, entry }) => {
      if (entry?.removedAt === 0) return { paper, entry };
      // A removed entry keeps its key for when it comes back; its words are in the trash.
      return { paper, entry: newEntry(paper, entry?.citationKey ?? keyFor(paper), at) };
    });
    return { name: exportFileName(format, at), mime: format.mime, text: format.write(records, at) };
  });
}
