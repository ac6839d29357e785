import { describe, expect, test } from 'vitest';
import { backup } from '@/lib/export/backup';
import type { ExportRecord } from '@/lib/export/format';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { dismissalRow } from '@/lib/import/stored-rows';
import type { Entry } from '@/lib/papers/entry';
import { DISMISSAL_FIELDS, ENTRY_FIELDS, PAPER_FIELDS } from '@/lib/papers/fields';
import type { KnownPaper } from '@/lib/papers/paper';

/** Differs from all marks. */
const EXPORTED_AT = Date.UTC(2027, 0, 1);
const READING_LISTS = EXPORT_FORMATS.filter((format) => format !== backup);

/** A unique value for each field, and the forms it may take in an export. */
const PAPER_MARKS: { [F in keyof Required<KnownPaper>]: [Required<KnownPaper>[F], ...string[]] } = {
  id: ['arxiv:2611.98765', '2611.98765'],
  title: ['Markedtitle', 'Markedtitle'],
  abstract: ['Markedabstract', 'Markedabstract'],
  authors: [['Ada Markedauthor'], 'Markedauthor'],
  authorCount: [70_001, '70001'],
  organization: [{ slug: 'marked-slug', name: 'Markedorg' }, 'marked-slug', 'Markedorg'],
  publishedOn: ['2021-02-03', '2021-02-03', '2021/02/03'],
  listedOn: ['2022-03-04', '2022-03-04', '2022/03/04'],
  submitter: ['markedsubmitter', 'markedsubmitter'],
  upvotes: [70_002, '70002'],
  comments: [70_003, '70003'],
  githubRepo: ['https://github.com/marked/repo', 'github.com/marked/repo'],
  githubStars: [70_004, '70004'],
  projectPage: ['https://marked-project.example/', 'marked-project.example'],
  thumbnail: ['https://marked-thumbnail.example/1.png', 'marked-thumbnail.example'],
  aiSummary: ['Markedsummary', 'Markedsummary'],
  aiKeywords: [['markedkeyword'], 'markedkeyword'],
  firstSeenAt: [Date.UTC(2023, 4, 5), ...formsOfTime(Date.UTC(2023, 4, 5))],
  lastSeenAt: [Date.UTC(2023, 5, 6), ...formsOfTime(Date.UTC(2023, 5, 6))],
  completion: [
    { askedAt: Date.UTC(2023, 6, 7), answered: true },
    ...formsOfTime(Date.UTC(2023, 6, 7)),
    'answered',
  ],
};
const ENTRY_MARKS: { [F in keyof Required<Entry>]: [Required<Entry>[F], ...string[]] } = {
  paperId: ['arxiv:2611.98765', '2611.98765'],
  status: ['reading', 'reading'],
  tags: [['markedtag'], 'markedtag'],
  note: ['Markednote', 'Markednote'],
  // Quoted as a CSV cell: a digit alone is everywhere.
  rating: [5, '"5"'],
  citationKey: ['marked2025key', 'marked2025key'],
  savedAt: [Date.UTC(2024, 4, 5), ...formsOfTime(Date.UTC(2024, 4, 5))],
  updatedAt: [Date.UTC(2024, 5, 6), ...formsOfTime(Date.UTC(2024, 5, 6))],
  removedAt: [Date.UTC(2024, 6, 7), ...formsOfTime(Date.UTC(2024, 6, 7))],
  editedAt: [{ note: Date.UTC(2024, 7, 8) }, ...formsOfTime(Date.UTC(2024, 7, 8))],
};

/** All fields set, because an export may omit a field if another is missing. */
const PLAIN: { paper: Required<KnownPaper>; entry: Required<Entry> } = {
  paper: {
    id: 'arxiv:2507.06261',
    title: 'Shelving',
    abstract: 'Plain.',
    authors: ['Bo Quill'],
    authorCount: 1,
    organization: { slug: 'plain', name: 'Plain' },
    publishedOn: '2025-07-08',
    listedOn: '2025-07-09',
    submitter: 'plain',
    upvotes: 1,
    comments: 1,
    githubRepo: 'https://github.com/plain/plain',
    githubStars: 1,
    projectPage: 'https://plain.example/',
    thumbnail: 'https://plain.example/1.png',
    aiSummary: 'Plain.',
    aiKeywords: ['plain'],
    firstSeenAt: 1,
    lastSeenAt: 1,
    completion: { askedAt: 1, answered: true },
  },
  entry: {
    paperId: 'arxiv:2507.06261',
    status: 'to-read',
    tags: ['plain'],
    note: 'plain',
    rating: 3,
    citationKey: 'quill2025shelving',
    savedAt: 1,
    updatedAt: 1,
    removedAt: 0,
    editedAt: {},
  },
};

function formsOfTime(time: number): string[] {
  const iso = new Date(time).toISOString();
  return [String(time), iso.slice(0, 10), iso.slice(0, 10).replaceAll('-', '/')];
}

function exportedForms(record: ExportRecord, forms: readonly string[]): string[] {
  const texts = READING_LISTS.map((format) => format.write([record], EXPORTED_AT));
  return forms.filter((form) => texts.some((text) => text.includes(form)));
}

function withMark(kind: 'paper' | 'entry', field: string, value: unknown): ExportRecord {
  const record = { ...PLAIN, [kind]: { ...PLAIN[kind], [field]: value } };
  // Both ids of a record must match.
  if (field === 'id') record.entry = { ...PLAIN.entry, paperId: record.paper.id };
  if (field === 'paperId') record.paper = { ...PLAIN.paper, id: record.entry.paperId };
  return record;
}

const fields = [
  ...Object.entries(PAPER_FIELDS).map(([field, { exported }]) => ({
    kind: 'paper' as const,
    field,
    exported,
    marks: PAPER_MARKS[field as keyof KnownPaper],
  })),
  ...Object.entries(ENTRY_FIELDS).map(([field, { exported }]) => ({
    kind: 'entry' as const,
    field,
    exported,
    marks: ENTRY_MARKS[field as keyof Entry],
  })),
];

describe('the field tables', () => {
  test.each(fields)('$kind.$field: exported $exported', ({ kind, field, exported, marks }) => {
    const [value, ...forms] = marks;

    expect(exportedForms(PLAIN, forms)).toEqual([]);
    expect(exportedForms(withMark(kind, field, value), forms).length > 0).toBe(exported);
  });

  test('a backup contains every field, as stored', () => {
    const marked = {
      paper: Object.fromEntries(
        Object.entries(PAPER_MARKS).map(([field, [value]]) => [field, value]),
      ),
      entry: Object.fromEntries(
        Object.entries(ENTRY_MARKS).map(([field, [value]]) => [field, value]),
      ),
    } as unknown as ExportRecord;
    const { papers, entries } = JSON.parse(backup.write([marked], EXPORTED_AT));

    expect(Object.keys(papers[0]).sort()).toEqual(Object.keys(PAPER_FIELDS).sort());
    expect(Object.keys(entries[0]).sort()).toEqual(Object.keys(ENTRY_FIELDS).sort());
    expect({ paper: papers[0], entry: entries[0] }).toEqual(marked);
  });

  test('a restore keeps every field of a dismissal, and reading lists have none', () => {
    const dismissal = { paperId: 'arxiv:2611.98765', dismissedAt: 1 };

    expect(Object.keys(dismissalRow(dismissal) ?? {})).toEqual(Object.keys(DISMISSAL_FIELDS));
    for (const { exported } of Object.values(DISMISSAL_FIELDS)) expect(exported).toBe(false);
  });
});
