import { unguardFormula } from '@/lib/export/formula-guard';
import { isDay } from '@/lib/shared/day';
import { RATINGS, STATUSES } from '@/lib/papers/entry';
import { isPaperId } from '@/lib/papers/paper-id';
import { csvHeadings, csvRows } from './csv-rows';
import type { CsvRow } from './csv-rows';
import type { ImportFormat, ImportItem } from './format';
import { tagsFrom } from './keywords';
import { dayFromText } from './publication-day';
import { problemAt, recordFrom } from './reference';

/**
 * Papershelf's CSV, perhaps edited in a spreadsheet. Without organizations, whose slugs it lacks.
 */
export const papershelfCsv: ImportFormat = {
  id: 'csv',
  label: 'CSV',
  recognises(beginning) {
    const { headings } = csvHeadings(beginning);
    return ['id', 'title', 'status', 'tags', 'note'].every((heading) => headings.includes(heading));
  },
  *read(text) {
    for (const row of csvRows(text)) {
      yield row.isCut
        ? problemAt('truncated', row.line, row.cells.get('title') ?? '')
        : itemFrom(row);
    }
  },
};

function itemFrom({ cells, line }: CsvRow): ImportItem {
  const cell = (name: string) => unguardFormula(cells.get(name) ?? '');
  const id = cell('id');
  const listed = cell('listed');
  const item = recordFrom({
    line,
    id: isPaperId(id) ? id : undefined,
    title: cell('title'),
    authors: cell('authors').split(';'),
    abstract: cell('abstract'),
    publishedOn: dayFromText(cell('published')),
    status: STATUSES.find((status) => status === cell('status')),
    rating: RATINGS.find((rating) => String(rating) === cell('rating')),
    note: cell('note'),
    citationKey: cell('citation key'),
    doi: cell('doi'),
    urls: [cell('arxiv'), cell('paper page')],
    code: cell('code'),
    project: cell('project'),
  });
  if (item.kind !== 'record') return item;
  const { paper, entry } = item.record;
  if (isDay(listed)) paper.listedOn = listed;
  for (const [field, heading] of COUNTS) {
    if (/^\d{1,9}$/.test(cell(heading))) paper[field] = Number(cell(heading));
  }
  // In their own column: one named like a status is a tag.
  const tags = tagsFrom(cell('tags').split(';'));
  if (tags.length > 0) entry.tags = tags;
  const savedAt = Date.parse(cell('saved'));
  if (savedAt >= 0) entry.savedAt = savedAt;
  return item;
}

const COUNTS = [
  ['upvotes', 'upvotes'],
  ['comments', 'comments'],
  ['githubStars', 'github stars'],
] as const;
