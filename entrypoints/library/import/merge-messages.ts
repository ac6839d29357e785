import { i18n } from '#i18n';
import { FACT_ORDER, factLabel, type Fact } from '@/components/format/fact-labels';
import type { FieldMerge } from '@/lib/import/merge-record';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import { localDayOf } from '@/lib/shared/local-day';
import type { Rating } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { statusLabel } from '@/components/format/status-labels';
import { longDay } from '@/components/format/format-time';

/** UTF-16 units: laying out a book takes seconds. */
const LONGEST_SHOWN = 10_000;

/** Facts named in a row. */
const FACTS_NAMED = 3;

/** A fact, cut if too long; empty if missing. */
export function factText(paper: Paper | undefined, fact: Fact): string {
  const value = paper?.[fact];
  if (value === undefined) return '';
  if (Array.isArray(value)) return beginning(value.slice(0, LONGEST_SHOWN).join(', '));
  return beginning(typeof value === 'object' ? value.name : String(value));
}

/** Cuts text to the shown length. */
export function beginning(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Explains that a paper has only identifier or title. */
export function bareTitle({ id, title }: Paper): string {
  const hasTitle = title !== '';
  // Only arXiv papers are on pages that Papershelf reads.
  if (arxivIdentifier(id) !== undefined) {
    return hasTitle ? i18n.t('import.onlyIdAndTitle') : i18n.t('import.onlyId');
  }
  if (!id.startsWith('doi:')) return i18n.t('import.onlyTitle');
  return hasTitle ? i18n.t('import.onlyDoiAndTitle') : i18n.t('import.onlyDoi');
}

export function fieldLabel(field: FieldMerge['field']): string {
  switch (field) {
    case 'status':
      return i18n.t('status.label');
    case 'tags':
      return i18n.t('tags.label');
    case 'note':
      return i18n.t('note.label');
    case 'rating':
      return i18n.t('import.rating');
    case 'savedAt':
      return i18n.t('import.savedOn');
    case 'removedAt':
      return i18n.t('import.location');
    case 'citationKey':
      return i18n.t('import.citationKey');
  }
}

/**
 * Warns, as readers cite by it, that a new paper's citation key is not the file's: taken, invalid,
 * or the paper is repeated.
 */
export function newKeyMessage({ known, entry, record }: PlannedPaper): string | undefined {
  if (known.entry !== undefined) return undefined;
  const inFile = new Set(record.records.map((one) => one.entry.citationKey ?? ''));
  const lost = [...inFile].filter((key) => key !== '' && key !== entry.citationKey);
  return lost.length === 0
    ? undefined
    : i18n.t('import.keyBecomes', [lost.join(', '), entry.citationKey]);
}

/** Changes to a known paper, without tags, in short phrases. */
export function changesMessages({ fields, facts, byTitle }: PlannedPaper): string[] {
  const phrases = fields.flatMap((merge) => changeMessageOf(merge) ?? []);
  const named = FACT_ORDER.filter((fact) => facts.includes(fact)).map(factLabel);
  if (named.length > 0) {
    const more = named.length - FACTS_NAMED;
    const shown = named.slice(0, FACTS_NAMED).join(', ');
    phrases.push(i18n.t('import.factsAdded', [more > 0 ? `${shown} +${more}` : shown]));
  }
  if (byTitle) phrases.push(i18n.t('import.sameTitle'));
  return phrases;
}

/** Tags added to a known paper. */
export function addedTags({ fields }: PlannedPaper): string[] {
  return fields.flatMap((merge) =>
    merge.field === 'tags' ? tagsBesides(merge.result, merge.known) : [],
  );
}

/** Members of `tags` missing from `others`. */
export function tagsBesides(tags: readonly string[] = [], others: readonly string[] = []) {
  const present = new Set(others);
  return tags.filter((tag) => !present.has(tag));
}

/** `4 of 5`. */
export function ratingLabel(rating: Rating): string {
  return i18n.t('import.ratingOf', [rating]);
}

function changeMessageOf(merge: FieldMerge): string | undefined {
  if (merge.result === merge.known) return undefined;
  switch (merge.field) {
    case 'status':
      return merge.result && i18n.t('import.statusBecomes', [statusLabel(merge.result)]);
    case 'rating':
      return merge.result && i18n.t('import.ratingBecomes', [ratingLabel(merge.result)]);
    case 'note':
      return merge.known === '' ? i18n.t('import.noteAdded') : i18n.t('import.notesJoined');
    case 'savedAt':
      return merge.result === undefined
        ? undefined
        : i18n.t('import.savedEarlier', [longDay(localDayOf(merge.result))]);
    case 'removedAt':
      return i18n.t('import.restored');
    case 'tags':
    case 'citationKey':
      return undefined;
  }
}
