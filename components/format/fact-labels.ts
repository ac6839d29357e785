import { i18n } from '#i18n';
import type { Paper } from '@/lib/papers/paper';

const FACTS = {
  title: 'facts.title',
  abstract: 'facts.abstract',
  authors: 'facts.authors',
  authorCount: 'facts.authorCount',
  organization: 'facts.organization',
  publishedOn: 'facts.publishedOn',
  listedOn: 'facts.listedOn',
  submitter: 'facts.submitter',
  upvotes: 'facts.upvotes',
  comments: 'facts.comments',
  githubRepo: 'facts.githubRepo',
  githubStars: 'facts.githubStars',
  projectPage: 'facts.projectPage',
  thumbnail: 'facts.thumbnail',
  aiSummary: 'facts.aiSummary',
  aiKeywords: 'facts.aiKeywords',
} as const satisfies Record<Exclude<keyof Paper, 'id'>, string>;

export type Fact = keyof typeof FACTS;

/** A paper's facts except the id, most wanted first. */
export const FACT_ORDER = Object.keys(FACTS) as readonly Fact[];

export function factLabel(fact: Fact): string {
  return i18n.t(FACTS[fact]);
}
