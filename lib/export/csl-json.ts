import { linksOf } from '@/lib/sites/links';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { exportKeys } from './citation-key';
import type { ExportFormat, ExportRecord } from './format';
import { keywordsOf, SOURCE } from './keywords';
import { structuredName } from '@/lib/papers/names';

export type CslName =
  | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string };

export interface CslItem {
  id: string;
  type: 'article';
  genre: 'preprint';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [[year: number, month: number, day: number]] };
  publisher?: string;
  number?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  keyword: string;
  note?: string;
  /** Values without a CSL variable. */
  custom: { source: typeof SOURCE; code?: string; project?: string };
}

/**
 * CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). An
 * `article` with genre `preprint`: CSL has no such type, and Zotero rejects files with unknown
 * types.
 */
export const cslJson: ExportFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  extension: 'csl.json',
  mime: 'application/vnd.citationstyles.csl+json;charset=utf-8',
  write(records) {
    const keys = exportKeys(records);
    const items = records.map((record, index) => itemOf(record, keys[index] ?? ''));
    return `${JSON.stringify(items, null, 2)}\n`;
  },
};

function itemOf({ paper, entry }: ExportRecord, key: string): CslItem {
  const item: CslItem = {
    id: key,
    type: 'article',
    genre: 'preprint',
    title: paper.title,
    keyword: keywordsOf(entry).join(', '),
    custom: { source: SOURCE },
  };
  const links = linksOf(paper);
  const url = links.arxiv ?? links.paperPage;
  const identifier = arxivIdentifier(paper.id);
  if (identifier !== undefined) {
    item.publisher = 'arXiv';
    item.number = `arXiv:${identifier}`;
    item.archive = 'arXiv';
    item.archive_location = identifier;
  }
  if (paper.authors !== undefined) item.author = paper.authors.map(nameOf);
  if (paper.publishedOn !== undefined) {
    const [year = 0, month = 0, day = 0] = paper.publishedOn.split('-').map(Number);
    item.issued = { 'date-parts': [[year, month, day]] };
  }
  if (links.doi !== undefined) item.DOI = links.doi;
  if (url !== undefined) item.URL = url;
  if (paper.abstract !== undefined) item.abstract = paper.abstract;
  if (entry.note !== '') item.note = entry.note;
  if (links.code !== undefined) item.custom.code = links.code;
  if (links.project !== undefined) item.custom.project = links.project;
  return item;
}

function nameOf(displayName: string): CslName {
  const name = structuredName(displayName);
  if (name.kind === 'literal') return { literal: name.name };
  const person: CslName = { family: name.family, given: name.given };
  if (name.particle !== '') person['non-dropping-particle'] = name.particle;
  if (name.suffix !== '') person.suffix = name.suffix;
  return person;
}
