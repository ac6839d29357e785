import type { Day } from '@/lib/shared/day';
import type { PaperId } from './paper-id';

export interface Organization {
  /** Its name in addresses: `USC-PSI-Lab`. */
  slug: string;
  /** Its name for people: `USC Physical Superintelligence (PSI) Lab`. */
  name: string;
}

/**
 * The facts of a paper: what a page said of it. A field is there only when a page gave it:
 * absent means unknown, never "none". Only page readings write facts; a later reading may
 * replace them (see `mergePapers`).
 */
export interface Paper {
  id: PaperId;
  /** One line, white space folded; empty when no page could be read for it (see `titleOf`). */
  title: string;
  /** The abstract as one paragraph, white space folded. */
  abstract?: string;
  /** Every author, in the paper's order, as names are written there: `Given Family`. */
  authors?: string[];
  /**
   * How many authors there are; known without `authors` when a card shows only their number. Only
   * `authors` of this number are known to be all.
   */
  authorCount?: number;
  organization?: Organization;
  /** The day of the first version. */
  publishedOn?: Day;
  /** The day it was put on the daily list. */
  listedOn?: Day;
  /** User name of who put it on the list. */
  submitter?: string;
  upvotes?: number;
  comments?: number;
  /** `https:` address of the code. */
  githubRepo?: string;
  githubStars?: number;
  /** `http(s):` address of the project's page. */
  projectPage?: string;
  /** `https:` address of a picture. */
  thumbnail?: string;
  /** A one- or two-sentence summary that the site had a model write. */
  aiSummary?: string;
  /** Keywords that the site had a model pick. */
  aiKeywords?: string[];
}

/** Facts as they are kept, with when they were read. */
export interface KnownPaper extends Paper {
  /** When a page first showed it, ms since epoch. */
  firstSeenAt: number;
  /** When a page last showed it, ms since epoch. */
  lastSeenAt: number;
  /** Whether its site was asked for the facts that its card lacked (see `claimCompletion`). */
  completion?: {
    /** ms since epoch. */
    askedAt: number;
    /** Whether it answered, if only that it knows no such paper. */
    answered: boolean;
  };
}

/** What to call a paper: its title, or its id while no page has given one. */
export function titleOf({ title, id }: Pick<Paper, 'title' | 'id'>): string {
  return title === '' ? id : title;
}
