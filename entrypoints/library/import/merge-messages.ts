import { i18n } from '#i18n';
import type { FieldMerge } from '@/lib/import/merge-record';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import { dayOf } from '@/lib/shared/day';
import type { Rating } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { statusLabel } from '@/components/format/status-labels';
import { longDay } from '@/components/format/format-time';

/** More of a text is not shown: laying out a book takes seconds. In UTF-16 units. */
const LONGEST_SHOWN = 10_000;

/** How many facts a row names. */
const FACTS_NAMED = 3;

const FACTS = {
  title: 'import.facts.title',
  abstract: 'import.facts.abstract',
  authors: 'import.facts.authors',
  authorCount: 'import.facts.authorCount',
  organization: 'import.facts.organization',
  publishedOn: 'import.facts.publishedOn',
  listedOn: 'import.facts.listedOn',
  submitter: 'import.facts.submitter',
  upvotes: 'import.facts.upvotes',
  comments: 'import.facts.comments',
  githubRepo: 'import.facts.githubRepo',
  githubStars: 'import.facts.githubStars',
  projectPage: 'import.facts.projectPage',
  thumbnail: 'import.facts.thumbnail',
  aiSummary: 'import.facts.aiSummary',
  aiKeywords: 'import.facts.aiKeywords',
} as const satisfies Record<Exclude<keyof Paper, 'id'>, string>;

type Fact = keyof typeof FACTS;

/** The facts of a paper in the order people look for them, without its id. */
export const FACT_ORDER = Object.keys(FACTS) as readonly Fact[];

/** What a fact is called. */
export function factLabel(fact: Fact): string {
  return i18n.t(FACTS[fact]);
}

/** A fact as text, a very long one its beginning; empty when the paper lacks it. */
export function factText(paper: Paper | undefined, fact: Fact): string {
  const value = paper?.[fact];
  if (value === undefined) return '';
  if (Array.isArray(value)) return beginning(value.slice(0, LONGEST_SHOWN).join(', '));
  return beginning(typeof value === 'object' ? value.name : String(value));
}

/** As much of a text as is shown. */
export function beginning(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** What is said of a paper of which there is nothing but an identifier or a title. */
export function bareTitle({ id, title }: Paper): string {
  const hasTitle = title !== '';
  // Only papers of arXiv are shown on the pages that Papershelf reads.
  if (arxivIdentifier(id) !== undefined) {
    return hasTitle ? i18n.t('import.onlyIdAndTitle') : i18n.t('import.onlyId');
  }
  if (!id.startsWith('doi:')) return i18n.t('import.onlyTitle');
  return hasTitle ? i18n.t('import.onlyDoiAndTitle') : i18n.t('import.onlyDoi');
}

/** What a field of an entry is called. */
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
      return i18n.t('import.place');
    case 'citationKey':
      return i18n.t('import.citationKey');
  }
}

/**
 * That a new paper gets another citation key than the file has: that is taken or unfit, or the file
 * has the paper twice. Whoever cites by it has to know.
 */
export function newKeyMessage({ known, entry, record }: PlannedPaper): string | undefined {
  if (known.entry !== undefined) return undefined;
  const inFile = new Set(record.records.map((one) => one.entry.citationKey ?? ''));
  const lost = [...inFile].filter((key) => key !== '' && key !== entry.citationKey);
  return lost.length === 0
    ? undefined
    : i18n.t('import.keyBecomes', [lost.join(', '), entry.citationKey]);
}

/** What the import changes in a paper that the library has, in short phrases, tags aside. */
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

/** The tags that the import adds to a paper that the library has. */
export function addedTags({ fields }: PlannedPaper): string[] {
  return fields.flatMap((merge) =>
    merge.field === 'tags' ? tagsBesides(merge.result, merge.known) : [],
  );
}

/** The tags of `tags` that `others` lack. */
export function tagsBesides(tags: readonly string[] = [], others: readonly string[] = []) {
  const present = new Set(others);
  return tags.filter((tag) => !present.has(tag));
}

/** A rating in words: `4 of 5`. */
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
        : i18n.t('import.savedEarlier', [longDay(dayOf(merge.result))]);
    case 'removedAt':
      return i18n.t('import.broughtBack');
    case 'tags':
    case 'citationKey':
      return undefined;
  }
}
