import { csvHeadings, csvRows } from './csv-rows';
import type { CsvRow } from './csv-rows';
import { citationKeyIn, isMachineMade } from './extra';
import type { ImportFormat, ImportItem } from './format';
import { isHtml, plainText, textOfHtml } from './html-text';
import { uprightName } from './names';
import { dayFromText } from './publication-day';
import { problemAt, recordFrom } from './reference';

export const zoteroCsv: ImportFormat = {
  id: 'zotero-csv',
  label: 'Zotero CSV',
  recognises(beginning) {
    const { headings } = csvHeadings(beginning);
    return ['title', 'author', 'item type'].every((heading) => headings.includes(heading));
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
  const cell = (name: string) => cells.get(name)?.trim() ?? '';
  const list = (name: string) => cell(name).split(';');
  const extra = cell('extra');
  const isExtra = isMachineMade(extra);
  const isOnArxiv = /arxiv/i.test(
    `${cell('publisher')} ${cell('archive')} ${cell('library catalog')}`,
  );
  return recordFrom({
    line,
    title: plainText(cell('title')),
    authors: list('author').map(uprightName),
    abstract: plainText(cell('abstract note')),
    publishedOn: dayFromText(cell('date')) ?? dayFromText(cell('publication year')),
    keywords: [...list('manual tags'), ...list('automatic tags')],
    note: [notesFrom(cell('notes')), isExtra ? '' : extra]
      .filter((note) => note !== '')
      .join('\n\n'),
    citationKey: cell('citation key') || citationKeyIn(extra),
    arxiv: isOnArxiv ? cell('archive id') || cell('archive location') || cell('number') : undefined,
    mentions: ['archive id', 'archive location', 'number', 'publication title', 'report number']
      .map(cell)
      .concat(arxivLines(extra)),
    doi: cell('doi'),
    urls: [cell('url')],
  });
}

/** Notes are HTML, several per cell. */
function notesFrom(text: string): string {
  return isHtml(text) ? textOfHtml(text.replace(/>;\s{0,5}<(?=p|div|h\d|ul|ol)/gi, '><')) : text;
}

function arxivLines(extra: string): string[] {
  return extra.split('\n').filter((line) => /^\s{0,9}arxiv\b/i.test(line));
}
