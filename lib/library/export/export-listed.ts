import { withFailures } from '@/lib/db/to-failure';
import { exportFileName } from '@/lib/export/format';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { Failure } from '@/lib/shared/failure';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { paperRows } from '../queries';
import { freeCitationKeys, newEntry } from '../entries/saved-entry';

export interface ExportedFile {
  /** The format's, for the result message. */
  label: string;
  name: string;
  /** Media type with charset. */
  mime: string;
  text: string;
}

/**
 * Exports papers in the given order, unsaved ones as if saved now. Skips unknown papers. Stores
 * nothing.
 * @param formatId `ExportChoice.id`
 * @throws Failure `malformed` when the format is unknown
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
      // A removed entry keeps its key; its note and tags stay in the trash.
      return { paper, entry: newEntry(paper, entry?.citationKey ?? keyFor(paper), at) };
    });
    const { label, mime } = format;
    return { label, name: exportFileName(format, at), mime, text: format.write(records, at) };
  });
}
