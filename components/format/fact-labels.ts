import { i18n } from '#i18n';
import type { Paper } from '@/lib/papers/paper';

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

export type Fact = keyof typeof FACTS;

/** A paper's facts except the id, most wanted first. */
export const FACT_ORDER = Object.keys(FACTS) as readonly Fact[];

export function factLabel(fact: Fact): string {
  return i18n.t(FACTS[fact]);
}
