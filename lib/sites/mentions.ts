import { arxivAlone, arxivAtStart, arxivMention, mentionBy } from '@/lib/papers/arxiv-mentions';
import { ARXIV, type PaperId } from '@/lib/papers/paper-id';
import { withoutCredentialUrls, withoutPercents } from '@/lib/shared/text';
import { sites } from './registry';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const LINKS = sites.map(({ paperLinks, identifiers = ARXIV }) => ({
  link: new RegExp(`(?:${paperLinks.map(escaped).join('|')})(${identifiers.pattern.source})`, 'i'),
  idOf: identifiers.idOf,
}));

/** The paper first named in a text, by a site's link or as arXiv's (`arxivMention`). */
export function paperMentionedIn(text: string): PaperId | undefined {
  // Before and after decoding: user names may contain `%2F`, parameters whole URLs.
  const plain = withoutCredentialUrls(withoutPercents(withoutCredentialUrls(text)));
  return [arxivMention(plain), ...LINKS.map(({ link, idOf }) => mentionBy(link, idOf, plain))]
    .filter((mention) => mention !== undefined)
    .toSorted((a, b) => a.at - b.at)[0]?.id;
}

/**
 * The paper of an arXiv identifier or link, perhaps with other words: `2512.01234v2`,
 * `arXiv:2512.01234 [cs]`, `abs/1706.03762`, `math.GT/0309136`.
 */
export function paperSaidIn(text: string): PaperId | undefined {
  return arxivAtStart(withoutPercents(text)) ?? paperMentionedIn(text);
}

/** The paper of a pasted word: a link, `arXiv:…` or a bare arXiv identifier. */
export function paperOfWord(word: string): PaperId | undefined {
  return paperMentionedIn(word) ?? arxivAlone(withoutPercents(word));
}

const ELSEWHERE = [String.raw`(?:arxiv|alphaxiv|doi)\.org/`];
const OF_PAPERS = new RegExp(
  String.raw`^https?://(?:[\w-]{1,63}\.){0,3}(?:${[
    ...ELSEWHERE,
    ...sites.flatMap(({ paperLinks }) => paperLinks.map(escaped)),
  ]
    .map((start) => start.replace(/\/$/, '(?:/|$)'))
    .join('|')})`,
  'i',
);

/** Whether a URL leads to papers (on a site, arXiv or a resolver), and nothing else. */
export function leadsToPapers(url: string): boolean {
  return OF_PAPERS.test(url);
}
