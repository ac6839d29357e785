import { ARXIV, type PaperId } from './paper-id';

/** A paper named in a text; `at` in UTF-16 units. */
export interface Mention {
  at: number;
  id: PaperId;
}

const IDENTIFIER = `(${ARXIV.pattern.source})`;

// Prefixes: arXiv's pages and mirrors, Semantic Scholar, the word (`arXiv preprint
// arXiv:1706.03762`, `10.48550/arXiv.…`, see https://info.arxiv.org/help/doi.html) or DBLP's (`CoRR
// abs/1706.03762`).
const MENTIONED = new RegExp(
  String.raw`(?:(?:arxiv\.org|ar5iv\.org|xxx\.lanl\.gov|alphaxiv\.org)\/[a-z-]{2,12}\/|` +
    String.raw`semanticscholar\.org\/arxiv[:/]|` +
    String.raw`\babs\/|arxiv(?:\.org|\spreprint)?[\s:.,/]{1,3})${IDENTIFIER}`,
  'i',
);
const FIRST = new RegExp(String.raw`^\s*${IDENTIFIER}(?:v\d+)?(?=$|[\s,;[(])`, 'i');
const ALONE = new RegExp(String.raw`^${IDENTIFIER}(?:v\d+)?(?:\.pdf)?[.,:;!?/]*$`, 'i');

// With a valid month: other numbers look alike.
const HAS_MONTH = /^arxiv:(?:\d{2}|[a-z-]+\/\d{2})(?:0[1-9]|1[0-2])/;

/** The first arXiv paper named by a link, `arXiv:…` or arXiv's DOI. */
export function arxivMention(text: string): Mention | undefined {
  return mentionBy(MENTIONED, ARXIV.idOf, text);
}

/** The first match of `pattern`, whose only group is an identifier. */
export function mentionBy(
  pattern: RegExp,
  idOf: (identifier: string) => PaperId | undefined,
  text: string,
): Mention | undefined {
  const match = pattern.exec(text);
  const id = match?.[1] === undefined ? undefined : idOf(match[1]);
  return match === null || id === undefined ? undefined : { at: match.index, id };
}

/** The arXiv paper whose identifier begins a text: `2512.01234v2 [cs]`. */
export function arxivAtStart(text: string): PaperId | undefined {
  return mentionBy(FIRST, ARXIV.idOf, text)?.id;
}

/** The arXiv paper of a bare identifier, which may be a file name or end a sentence. */
export function arxivAlone(word: string): PaperId | undefined {
  const id = mentionBy(ALONE, ARXIV.idOf, word)?.id;
  return id !== undefined && HAS_MONTH.test(id) ? id : undefined;
}
