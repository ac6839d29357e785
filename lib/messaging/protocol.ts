import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { ExportChoice } from '@/lib/export/format';
import type { ExportedFile } from '@/lib/library/export/export-listed';
import type {
  BulkCardChange,
  BulkCardOutcome,
  BulkCardUndo,
} from '@/lib/library/entries/bulk-card-changes';
import type { PaperState } from '@/lib/library/paper-state';
import type { UndoneQuotation } from '@/lib/library/quotations/quote';
import type { SiteChange } from '@/lib/papers/reading-health';
import type { RecordedListing } from '@/lib/library/record/record-listing';
import type { RecordedPaper } from '@/lib/library/record/record-paper';
import { FILTER_EFFECTS, type CardFilter } from '@/lib/papers/card-filter';
import type { CountsAt } from '@/lib/papers/counts';
import { LISTING_KINDS, type Listing, type ListingReading } from '@/lib/papers/listing';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { RATINGS, STATUSES } from '@/lib/papers/entry';
import { FAILURE_CODES, type FailureCode } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import type { EntryMarks } from '@/lib/papers/revert-edit';
import { CARDS, cutFacts, NOTE, TAGS, WORDS } from '@/lib/papers/limits';
import {
  count,
  listUpTo,
  PAPER_FACTS,
  paperId,
  storedId,
  textUpTo,
  time,
} from '@/lib/papers/schemas';
import { WRITTEN_BACKUP, type WrittenBackup } from '@/lib/settings/backup-file';
import type { QuotationAdded } from './quotations';

/**
 * Every message to the background: payload and answer. May arrive repeatedly. Sent as JSON: no
 * `undefined`, `Date` or `Map`; times are ms since epoch.
 */
export interface BackgroundMessages {
  /** Records a listing; answers unseen papers, rises and what the site no longer gives. */
  'listing.record': (payload: {
    reading: ListingReading;
    readAt: number;
    visitStartedAt: number;
  }) => RecordedListing & { siteChange?: SiteChange };
  /** Records a paper's own page and marks the paper as seen. */
  'paper.record': (payload: { paper: Paper }) => RecordedPaper;
  /** Marks papers as seen and extends the listing's visit. */
  'papers.seen': (payload: { paperIds: PaperId[]; listingKey: string | null }) => null;
  'papers.dismiss': (payload: { paperId: PaperId; dismissed: boolean }) => PaperState;
  /** Counts over time, oldest first. */
  'papers.history': (payload: { paperId: PaperId }) => CountsAt[];
  /** Saved or not; `format` is an `ExportChoice.id`. */
  'papers.export': (payload: { paperIds: PaperId[]; format: string }) => ExportedFile;
  /** Changes a listing's papers; `at`: time of the click. */
  'listing.change': (payload: {
    papers: Paper[];
    change: BulkCardChange;
    at: number;
  }) => BulkCardOutcome;
  'listing.undo-change': (payload: { undo: BulkCardUndo }) => PaperState[];
  'listing.settings': (payload: Record<never, never>) => ListingSettings;
  'listing.save-filter': (payload: { changed: Partial<CardFilter> }) => null;
  'library.states': (payload: { paperIds: PaperId[] }) => PaperState[];
  /** Saves or restores a paper; `at`: time of the click. */
  'library.save': (payload: { paper: Paper; at: number }) => PaperState;
  /** Saves a paper known from a page. */
  'library.save-known': (payload: { paperId: PaperId }) => PaperState;
  'library.edit': (payload: { paperId: PaperId; edit: EntryEdit }) => PaperState;
  'library.remove': (payload: { paperId: PaperId }) => PaperState;
  'library.restore': (payload: { paperId: PaperId }) => PaperState;
  /** Removes a quotation, and its paper if saved with it. */
  'library.undo-quotation': (payload: QuotationAdded) => UndoneQuotation;
  'library.suggest-tags': (payload: { typed: string; taken: string[] }) => string[];
  /** Whether the page should ask the site for authors. */
  'paper.claim-completion': (payload: { paperId: PaperId }) => boolean;
  /** `answer`: null when the site knows no such paper. */
  'paper.complete': (payload: { paperId: PaperId; answer: Paper | null }) => null;
  'backups.make-if-due': (payload: Record<never, never>) => null;
  /** Saves and lists the backup writer's file at `url`. */
  'backups.keep': (payload: { url: string; backup: WrittenBackup }) => null;
  'backups.failed': (payload: { code: FailureCode }) => null;
  /** Applies settings; `wanted`: fetches at once. */
  'daily-list.fetch': (payload: { wanted: boolean }) => null;
  /** Updates the toolbar badge after a page changed the count. */
  'daily-list.show-missed': (payload: Record<never, never>) => null;
}

/** Reader's settings and export formats for listings. */
export interface ListingSettings {
  filter: CardFilter;
  keys: PageKeys;
  exportChoices: readonly ExportChoice[];
}

export type MessageType = keyof BackgroundMessages;
export type PayloadOf<T extends MessageType> = Parameters<BackgroundMessages[T]>[0];
export type AnswerOf<T extends MessageType> = ReturnType<BackgroundMessages[T]>;

// Texts and lists are bounded (`lib/papers/limits.ts`): a page decides what content scripts read.
// Facts are cut, so that one card does not cost the others; the reader's words never.
const TOO_LONG = 'too-long' satisfies FailureCode;
const TOO_MANY_CARDS = 'too-many-cards' satisfies FailureCode;

const word = textUpTo(WORDS, TOO_LONG);
const note = textUpTo(NOTE, TOO_LONG);
const tags = listUpTo(TAGS, word);
const paperIds = listUpTo(CARDS, paperId, TOO_MANY_CARDS);
const storedIds = listUpTo(CARDS, storedId, TOO_MANY_CARDS);

/** Cuts overlong facts. */
export const paper: v.GenericSchema<unknown, Paper> = v.pipe(
  v.object(PAPER_FACTS),
  v.transform(cutFacts),
);

export const listing: v.GenericSchema<unknown, Listing> = v.object({
  kind: v.picklist(LISTING_KINDS),
  key: v.pipe(word, v.minLength(1)),
  period: v.exactOptional(word),
  query: v.exactOptional(word),
});

const reading: v.GenericSchema<unknown, ListingReading> = v.object({
  listing,
  cardsFound: count,
  cards: listUpTo(CARDS, v.object({ paper, rank: count }), TOO_MANY_CARDS),
  translated: v.exactOptional(v.literal(true)),
});

const status = v.picklist(STATUSES);

const edit: v.GenericSchema<unknown, EntryEdit> = v.variant('kind', [
  v.object({ kind: v.literal('status'), status }),
  v.object({ kind: v.literal('add-tag'), tag: word }),
  v.object({ kind: v.literal('remove-tag'), tag: word }),
  v.object({ kind: v.literal('note'), base: note, text: note }),
  v.object({ kind: v.literal('rating'), rating: v.nullable(v.picklist(RATINGS)) }),
]);

const bulkCardChange: v.GenericSchema<unknown, BulkCardChange> = v.variant('kind', [
  v.object({ kind: v.literal('save') }),
  v.object({ kind: v.literal('status'), status }),
  v.object({ kind: v.literal('add-tag'), tag: word }),
  v.object({ kind: v.literal('dismiss') }),
]);

const entryMarks: v.GenericSchema<unknown, EntryMarks> = v.object({
  paperId: storedId,
  status,
  tags,
  savedAt: time,
  updatedAt: time,
  removedAt: time,
});

const bulkCardUndo: v.GenericSchema<unknown, BulkCardUndo> = v.object({
  change: bulkCardChange,
  saved: storedIds,
  changed: listUpTo(CARDS, v.object({ before: entryMarks, after: entryMarks })),
  dismissed: listUpTo(CARDS, v.object({ paperId: storedId, dismissedAt: time })),
});

const cardFilter: v.GenericSchema<unknown, Partial<CardFilter>> = v.object({
  onlyNew: v.exactOptional(v.boolean()),
  seen: v.exactOptional(v.boolean()),
  read: v.exactOptional(v.boolean()),
  dismissed: v.exactOptional(v.boolean()),
  how: v.exactOptional(v.picklist(FILTER_EFFECTS)),
});

/** A file of an extension page: listings must not have others saved. */
const ownFile = v.pipe(
  word,
  v.check((url) => url.startsWith(`blob:${browser.runtime.getURL('/')}`)),
);

/**
 * Schema of each payload; drops unknown keys. An issue whose message is a failure code fails with it.
 * What only names a paper may name any stored one; what writes a new row, one with a paper id.
 */
export const PAYLOADS: { [T in MessageType]: v.GenericSchema<unknown, PayloadOf<T>> } = {
  'listing.record': v.object({ reading, readAt: time, visitStartedAt: time }),
  'paper.record': v.object({ paper }),
  'papers.seen': v.object({ paperIds, listingKey: v.nullable(word) }),
  'papers.dismiss': v.object({ paperId, dismissed: v.boolean() }),
  'papers.history': v.object({ paperId: storedId }),
  'papers.export': v.object({ paperIds: storedIds, format: word }),
  'listing.change': v.object({
    papers: listUpTo(CARDS, paper, TOO_MANY_CARDS),
    change: bulkCardChange,
    at: time,
  }),
  'listing.undo-change': v.object({ undo: bulkCardUndo }),
  'listing.settings': v.object({}),
  'listing.save-filter': v.object({ changed: cardFilter }),
  'library.states': v.object({ paperIds: storedIds }),
  'library.save': v.object({ paper, at: time }),
  'library.save-known': v.object({ paperId: storedId }),
  'library.edit': v.object({ paperId: storedId, edit }),
  'library.remove': v.object({ paperId: storedId }),
  'library.restore': v.object({ paperId: storedId }),
  'library.undo-quotation': v.object({
    paperId: storedId,
    before: note,
    after: note,
    saved: v.boolean(),
    formerSavedAt: v.exactOptional(time),
  }),
  'library.suggest-tags': v.object({ typed: word, taken: tags }),
  'paper.claim-completion': v.object({ paperId }),
  'paper.complete': v.object({ paperId, answer: v.nullable(paper) }),
  'backups.make-if-due': v.object({}),
  'backups.keep': v.object({ url: ownFile, backup: v.object(WRITTEN_BACKUP) }),
  'daily-list.fetch': v.object({ wanted: v.boolean() }),
  'daily-list.show-missed': v.object({}),
  'backups.failed': v.object({ code: v.picklist(FAILURE_CODES) }),
};
