import type { ImportedRecord } from './format';

// Far beyond any paper, and what a page still shows without a pause. In UTF-16 units.
const TITLE = 2000;
const ABSTRACT = 100_000;
const NOTE = 1_000_000;
const TAGS = 1000;

/**
 * The record without what is longer than is kept, and whether something was. The reader's words in a
 * backup, which alone has a history, were in a library before and stay whole.
 */
export function cutToLimits(record: ImportedRecord): { record: ImportedRecord; wasCut: boolean } {
  const { title, abstract } = record.paper;
  const { note, tags } = record.history === undefined ? record.entry : {};
  const cut = {
    title: title.length > TITLE && { title: title.slice(0, TITLE) },
    abstract: abstract !== undefined &&
      abstract.length > ABSTRACT && { abstract: abstract.slice(0, ABSTRACT) },
    note: note !== undefined && note.length > NOTE && { note: note.slice(0, NOTE) },
    tags: tags !== undefined && tags.length > TAGS && { tags: tags.slice(0, TAGS) },
  };
  if (Object.values(cut).every((part) => part === false)) return { record, wasCut: false };
  return {
    record: {
      ...record,
      paper: { ...record.paper, ...cut.title, ...cut.abstract },
      entry: { ...record.entry, ...cut.note, ...cut.tags },
    },
    wasCut: true,
  };
}
