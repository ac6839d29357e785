import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PaperState } from '../library/paper-state';
import { LISTING_KINDS, type Listing, type ListingReading } from '../papers/listing';
import type { WrittenCopy } from '../settings/copies';
import type { EntryEdit } from '../papers/edit-entry';
import { RATINGS, STATUSES } from '../papers/entry';
import { FAILURE_CODES, type FailureCode } from '../papers/failure';
import type { Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import { count, PAPER_FACTS, paperId, text } from '../papers/schemas';

/**
 * Every message to the background: what it carries and what it answers. All may be sent twice. On
 * the wire they are JSON, so no `undefined`, `Date` or `Map`; times are ms since epoch.
 */
export interface BackgroundMessages {
  /** Keep what a listing said; answers which papers no page had shown before this visit. */
  'listing.record': (payload: { reading: ListingReading; visitStartedAt: number }) => PaperId[];
  /** How the library stands to these papers. */
  'library.states': (payload: { paperIds: PaperId[] }) => PaperState[];
  /** Put a paper into the library, or back into it. */
  'library.save': (payload: { paper: Paper }) => PaperState;
  /** The same for a paper that a page showed before. */
  'library.save-known': (payload: { paperId: PaperId }) => PaperState;
  /** Make one edit to an entry. */
  'library.edit': (payload: { paperId: PaperId; edit: EntryEdit }) => PaperState;
  /** Take a paper out of the library. */
  'library.remove': (payload: { paperId: PaperId }) => PaperState;
  /** Put a removed paper back as it was. */
  'library.restore': (payload: { paperId: PaperId }) => PaperState;
  /** The tags to offer for what was typed. */
  'library.match-tags': (payload: { typed: string; taken: string[] }) => string[];
  /** Whether the asking page is the one to ask the site for a paper's authors. */
  'paper.claim-completion': (payload: { paperId: PaperId }) => boolean;
  /** What the site said of a paper that lacked its authors; null when it knows no such paper. */
  'paper.complete': (payload: { paperId: PaperId; answer: Paper | null }) => null;
  /** Make the automatic copy, if it is due. */
  'copies.make-if-due': (payload: Record<never, never>) => null;
  /** Save the file that the copy maker has at `url`, and count it as a copy. */
  'copies.keep': (payload: { url: string; copy: WrittenCopy }) => null;
  /** The copy maker could not do its work. */
  'copies.failed': (payload: { code: FailureCode }) => null;
}

export type MessageType = keyof BackgroundMessages;
export type PayloadOf<T extends MessageType> = Parameters<BackgroundMessages[T]>[0];
export type AnswerOf<T extends MessageType> = ReturnType<BackgroundMessages[T]>;

const paper: v.GenericSchema<unknown, Paper> = v.object(PAPER_FACTS);

/** The form of a listing in any message. */
export const listing: v.GenericSchema<unknown, Listing> = v.object({
  kind: v.picklist(LISTING_KINDS),
  key: v.pipe(text, v.minLength(1)),
  period: v.exactOptional(text),
  query: v.exactOptional(text),
});

const reading: v.GenericSchema<unknown, ListingReading> = v.object({
  listing,
  cardsFound: count,
  cards: v.array(v.object({ paper, rank: count })),
});

const edit: v.GenericSchema<unknown, EntryEdit> = v.variant('kind', [
  v.object({ kind: v.literal('status'), status: v.picklist(STATUSES) }),
  v.object({ kind: v.literal('add-tag'), tag: text }),
  v.object({ kind: v.literal('remove-tag'), tag: text }),
  v.object({ kind: v.literal('note'), base: text, text }),
  v.object({ kind: v.literal('rating'), rating: v.nullable(v.picklist(RATINGS)) }),
]);

/** A file that one of our own pages made: a listing cannot have any other saved. */
const ownFile = v.pipe(
  text,
  v.check((url) => url.startsWith(`blob:${browser.runtime.getURL('/')}`)),
);

const writtenCopy: v.GenericSchema<unknown, WrittenCopy> = v.object({
  at: count,
  bytes: count,
  papers: count,
  standing: v.object({ entries: count, updatedAt: count }),
});

/** The form each message's payload must have; what more it holds is dropped. */
export const PAYLOADS: { [T in MessageType]: v.GenericSchema<unknown, PayloadOf<T>> } = {
  'listing.record': v.object({ reading, visitStartedAt: count }),
  'library.states': v.object({ paperIds: v.array(paperId) }),
  'library.save': v.object({ paper }),
  'library.save-known': v.object({ paperId }),
  'library.edit': v.object({ paperId, edit }),
  'library.remove': v.object({ paperId }),
  'library.restore': v.object({ paperId }),
  'library.match-tags': v.object({ typed: text, taken: v.array(text) }),
  'paper.claim-completion': v.object({ paperId }),
  'paper.complete': v.object({ paperId, answer: v.nullable(paper) }),
  'copies.make-if-due': v.object({}),
  'copies.keep': v.object({ url: ownFile, copy: writtenCopy }),
  'copies.failed': v.object({ code: v.picklist(FAILURE_CODES) }),
};
