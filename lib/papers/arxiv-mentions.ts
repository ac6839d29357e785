import { arxivIdentifier, paperIdOfArxiv, type PaperId } from './paper-id';
import { withoutPercents } from '@/lib/shared/text';

// https://info.arxiv.org/help/arxiv_identifier.html. Not part of a longer number.
const IDENTIFIER = String.raw`(\d{4}\.\d{4,5}(?!\d)|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7}(?!\d))`;

// Prefixes: arXiv's pages and mirrors, sites that list papers by identifier, the word (`arXiv
// preprint arXiv:1706.03762`, `10.48550/arXiv.…`, see https://info.arxiv.org/help/doi.html) or
// DBLP's (`CoRR abs/1706.03762`).
const MENTIONED = new RegExp(
  String.raw`(?:(?:arxiv\.org|ar5iv\.org|xxx\.lanl\.gov|alphaxiv\.org)\/[a-z-]{2,12}\/|` +
    String.raw`(?:huggingface\.co|hf\.co)\/papers\/|semanticscholar\.org\/arxiv[:/]|` +
    String.raw`\babs\/|arxiv(?:\.org|\spreprint)?[\s:.,/]{1,3})${IDENTIFIER}`,
  'i',
);
const FIRST = new RegExp(String.raw`^\s*${IDENTIFIER}(?:v\d+)?(?=$|[\s,;[(])`, 'i');
const ALONE = new RegExp(String.raw`^${IDENTIFIER}(?:v\d+)?(?:\.pdf)?[.,:;!?/]*$`, 'i');

// With a valid month, since other numbers look alike.
const HAS_MONTH = /^(?:\d{2}|[a-z-]+\/\d{2})(?:0[1-9]|1[0-2])/;

/** The arXiv paper that `text` names by a link, `arXiv:…` or arXiv's DOI. */
export function arxivMentionedIn(text: string): PaperId | undefined {
  return idOf(MENTIONED.exec(withoutPercents(text))?.[1]);
}

/**
 * The arXiv paper of a text given as identifier, perhaps with other words: `2512.01234v2`,
 * `arXiv:2512.01234 [cs]`, `abs/1706.03762`, `math.GT/0309136`.
 */
export function arxivSaidIn(text: string): PaperId | undefined {
  return idOf(FIRST.exec(withoutPercents(text))?.[1]) ?? arxivMentionedIn(text);
}

/**
 * The arXiv paper of a pasted word: a link, `arXiv:…` or a bare identifier, which may be a file
 * name or end a sentence.
 */
export function arxivOfWord(word: string): PaperId | undefined {
  const mentioned = arxivMentionedIn(word);
  if (mentioned !== undefined) return mentioned;
  const bare = idOf(ALONE.exec(withoutPercents(word))?.[1]);
  return bare !== undefined && HAS_MONTH.test(arxivIdentifier(bare) ?? '') ? bare : undefined;
}

/**
 * arXiv's preferred form: without the subject class of old identifiers
 * (https://info.arxiv.org/help/arxiv_identifier_for_services.html).
 */
function idOf(identifier: string | undefined): PaperId | undefined {
  return identifier === undefined
    ? undefined
    : paperIdOfArxiv(identifier.toLowerCase().replace(/\.[a-z]{2}\//, '/'));
}
