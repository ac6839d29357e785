import { SOURCE } from '@/lib/export/keywords';
import { isMachineMade } from './extra';
import type { ImportFormat, ImportItem } from './format';
import { isHtml, plainText, textOfHtml } from './html-text';
import { splitKeywords } from './keywords';
import { uprightName } from './names';
import { dayFromText } from './publication-day';
import { linksIn, problemAt, recordFrom } from './reference';

/** RIS, from Papershelf, Zotero, Mendeley, EndNote and publishers. */
export const ris: ImportFormat = {
  id: 'ris',
  label: 'RIS',
  recognises: (beginning, fileName) =>
    /\.ris$/i.test(fileName) || /^[ \t\ufeff]{0,9}TY {1,2}- ?[A-Z]/m.test(beginning),
  read,
};

// `TY  - JOUR`. Without two spaces, only known names are fields; `AI - a` is text.
const FIELD = /^[ \t\ufeff]{0,3}([A-Z][A-Z0-9])(  |[ \t\u00a0]{1,3})-(?:[ \t\u00a0](.*))?$/;
const NAMES = new Set(
  (
    'TY ER ID T1 T2 T3 TI TA TT ST A1 A2 A3 A4 AU AB N1 N2 KW PY Y1 Y2 DA DO DB DP UR L1 L2 L3 L4 LK ' +
    'SN SP EP VL IS JO JF JA J1 J2 PB CY AN C1 C2 C7 M1 M2 M3 RN LA AD BT ET U1'
  ).split(' '),
);

/** Values by name, in order; unnamed lines continue the previous value. */
type Fields = Map<string, string[]>;

interface Lines {
  fields: Fields;
  line: number;
}

function* read(text: string): Generator<ImportItem> {
  let record: Lines | undefined;
  let values: string[] = [];
  let hasEnds = false;
  let line = 0;
  for (const { words, isWhole } of linesOf(text)) {
    line += 1;
    const name = nameOf(words);
    if (name === 'TY' || name === 'ER') {
      if (record !== undefined) yield itemFrom(record);
      hasEnds ||= name === 'ER';
      record = name === 'TY' ? { fields: new Map(), line } : undefined;
      values = [];
    } else if (!isWhole && hasEnds && words.trim() !== '') {
      // Truncated: other records end with ER. An incomplete identifier would be wrong.
      yield problemAt('truncated', line, words);
    } else if (name === undefined) {
      const last = values.pop();
      if (last !== undefined) values.push(`${last}\n${words.trim()}`);
    } else {
      record ??= { fields: new Map(), line };
      values = record.fields.get(name) ?? [];
      record.fields.set(name, values);
      values.push(words.slice(words.indexOf('-') + 1).trim());
    }
  }
  if (record !== undefined) yield itemFrom(record);
}

function nameOf(words: string): string | undefined {
  const [, name = '', gap] = FIELD.exec(words) ?? [];
  return name !== '' && (gap === '  ' || NAMES.has(name)) ? name : undefined;
}

function* linesOf(text: string): Generator<{ words: string; isWhole: boolean }> {
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) {
    yield { words: text.slice(start, index), isWhole: true };
    start = index + lineBreak.length;
  }
  if (start < text.length) yield { words: text.slice(start), isWhole: false };
}

function itemFrom({ fields, line }: Lines): ImportItem {
  const all = (...names: string[]) => names.flatMap((name) => fields.get(name) ?? []);
  const addresses = (...names: string[]) => all(...names).flatMap((value) => value.split(/\s+/));
  const keywords = keywordsIn(all('KW'));
  // Zotero keeps Papershelf's source, but writes HTML and puts the id last.
  const isOwnExport = all('DP').includes(SOURCE) && fields.keys().next().value === 'ID';
  const plain = (words: string | undefined) =>
    isOwnExport || words === undefined ? words : plainText(words);
  const notes = all('N1', 'RN', 'M2');
  const remarks = isOwnExport ? [] : notes.filter(isMachineMade);
  const related = addresses('L3');
  return recordFrom({
    line,
    title: plain(all('TI', 'T1', 'CT', 'BT', 'ST')[0]),
    authors: all('AU', 'A1')
      .flatMap((value) => value.split('\n'))
      .map(uprightName),
    abstract: plain(all('AB', 'N2')[0]),
    publishedOn: dayFrom(all('DA')[0] ?? '', all('PY', 'Y1')),
    keywords,
    isOwnExport,
    note: notes
      .filter((note) => !remarks.includes(note))
      .map((note) => (isOwnExport || !isHtml(note) ? note : textOfHtml(note)).trim())
      .filter((note) => note !== '')
      .join('\n\n'),
    citationKey: all('ID').find((id) => !/^\d+$/.test(id)),
    arxiv: /arxiv/i.test(all('PB', 'DB', 'DP').join(' ')) ? all('AN', 'C1', 'M1')[0] : undefined,
    mentions: [
      ...all('AN', 'C1', 'C2', 'C7', 'M1', 'M3', 'PB', 'JO', 'JF', 'JA', 'T2', 'U1'),
      ...remarks,
    ],
    doi: [...all('DO'), ...related.filter((text) => text.startsWith('10.'))][0],
    urls: addresses('UR', 'LK', 'L1', 'L2'),
    ...linksIn(related),
  });
}

/** One per line; some programs join them. */
function keywordsIn(values: string[]): string[] {
  const keywords = values.flatMap((value) => value.split('\n'));
  return keywords.length === 1 ? splitKeywords(keywords[0] ?? '') : keywords;
}

/** The most precise; DA may lack the year. */
function dayFrom(date: string, years: string[]) {
  const [year = ''] = years;
  return [date, `${date} ${year}`, ...years].map(dayFromText).find((day) => day !== undefined);
}
