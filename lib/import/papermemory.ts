import * as v from 'valibot';
import { foldSpaces } from '@/lib/shared/text';
import type { ImportFormat, ImportItem } from './format';
import { jsonValues } from './json-values';
import { uprightName } from './names';
import { dayFromText } from './publication-day';
import { problemAt, recordFrom } from './reference';

/**
 * PaperMemory's JSON export (https://github.com/vict0rsch/PaperMemory): one line, papers by ids of
 * its own. Drops invalid fields.
 */
export const paperMemory: ImportFormat = {
  id: 'papermemory',
  label: 'PaperMemory',
  recognises: (beginning) =>
    /^\s*\{/.test(beginning) &&
    (/"__dataVersion"\s*:/.test(beginning) ||
      (/"pdfLink"\s*:/.test(beginning) && /"(?:addDate|favorite)"\s*:/.test(beginning))),
  *read(text) {
    const values = jsonValues(text, ['$.*']);
    let next = values.next();
    for (; !next.done; next = values.next()) {
      const { path, value, line } = next.value;
      // Not a paper.
      if (path[0] === '__dataVersion') continue;
      const stored = v.safeParse(PAPER, value);
      yield stored.success
        ? itemOf(stored.output, line)
        : problemAt('bad-entry', line, `${String(path[0])}: ${JSON.stringify(value)}`);
    }
    const { kind, line } = next.value;
    if (kind === 'cut') yield problemAt('truncated', line, '');
    if (kind === 'broken') yield problemAt('broken-rest', line, '');
  },
};

const text = v.fallback(v.string(), '');

const PAPER = v.object({
  id: text,
  title: text,
  author: text,
  year: v.fallback(v.union([v.string(), v.number()]), ''),
  tags: v.fallback(v.array(v.unknown()), []),
  note: text,
  favorite: v.fallback(v.boolean(), false),
  addDate: text,
  pdfLink: text,
  codeLink: text,
  bibtex: text,
  doi: text,
  key: text,
});
type StoredPaper = v.InferOutput<typeof PAPER>;

function itemOf(stored: StoredPaper, line: number): ImportItem {
  const item = recordFrom({
    line,
    title: stored.title,
    authors: foldSpaces(stored.author).split(' and ').map(uprightName),
    publishedOn: dayFromText(String(stored.year)),
    // Papershelf has no favorites, so use a tag.
    keywords: [
      ...stored.tags.filter((tag) => typeof tag === 'string'),
      ...(stored.favorite ? ['favorite'] : []),
    ],
    note: stored.note,
    citationKey: stored.key,
    // `Arxiv-1703.10593`; `_` is an old identifier's slash.
    arxiv: /^Arxiv-(.+)$/.exec(stored.id)?.[1]?.replace('_', '/'),
    doi: stored.doi === '' ? DOI_FIELD.exec(stored.bibtex)?.[1] : stored.doi,
    urls: [stored.pdfLink],
    code: stored.codeLink.replace(/^http:/, 'https:'),
  });
  const savedAt = Date.parse(stored.addDate);
  if (item.kind === 'record' && savedAt >= 0) item.record.entry.savedAt = savedAt;
  return item;
}

const DOI_FIELD = /\bdoi\s{0,20}=\s{0,20}["{]([^"{}]{1,200})/i;
