import { linksOf } from '@/lib/sites/links';
import type { ExportFormat, ExportRecord } from './format';
import { guardFormula } from './formula-guard';

type Cell = string | number | undefined;

const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS: readonly [heading: string, cell: (record: ExportRecord) => Cell][] = [
  ['id', ({ paper }) => paper.id],
  ['title', ({ paper }) => paper.title],
  ['authors', ({ paper }) => paper.authors?.join('; ')],
  ['organization', ({ paper }) => paper.organization?.name],
  ['published', ({ paper }) => paper.publishedOn],
  ['listed', ({ paper }) => paper.listedOn],
  ['status', ({ entry }) => entry.status],
  ['tags', ({ entry }) => entry.tags.join('; ')],
  ['note', ({ entry }) => entry.note],
  ['rating', ({ entry }) => entry.rating],
  ['saved', ({ entry }) => new Date(entry.savedAt).toISOString()],
  ['upvotes', ({ paper }) => paper.upvotes],
  ['comments', ({ paper }) => paper.comments],
  ['github stars', ({ paper }) => paper.githubStars],
  ['paper page', ({ paper }) => linksOf(paper).paperPage],
  ['arxiv', ({ paper }) => linksOf(paper).arxiv],
  ['pdf', ({ paper }) => linksOf(paper).pdf],
  ['doi', ({ paper }) => linksOf(paper).doi],
  ['code', ({ paper }) => linksOf(paper).code],
  ['project', ({ paper }) => linksOf(paper).project],
  ['abstract', ({ paper }) => paper.abstract],
  ['citation key', ({ entry }) => entry.citationKey],
];

/**
 * RFC 4180 CSV, cells quoted and formulas escaped (`guardFormula`), with a byte order mark for
 * Excel to detect UTF-8.
 */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  write(records) {
    const rows = [
      COLUMNS.map(([heading]) => csvCell(heading)),
      ...records.map((record) => COLUMNS.map(([, cell]) => csvCell(cell(record)))),
    ];
    return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.join(',')}\r\n`).join('')}`;
  },
};

function csvCell(value: Cell): string {
  return `"${guardFormula(String(value ?? '')).replaceAll('"', '""')}"`;
}
