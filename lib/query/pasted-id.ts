import { arxivIdentifier, paperIdOfArxiv } from '../papers/paper-id';

// Where people copy an identifier from: arXiv, the sites that list its papers by it, its DOIs
// (https://info.arxiv.org/help/doi.html), and the word itself. The subject class that old
// identifiers may have is no part of them.
const PASTED =
  /^(?:(?:https?:\/\/)?(?:[\w-]+\.)?(?:(?:arxiv|alphaxiv)\.org\/(?:abs|pdf|html)|(?:huggingface|hf)\.co\/papers)\/|(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:)?10\.48550\/arxiv\.|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?(?:[?#].*)?[.,;]?$/i;

/** The arXiv identifier that `word` is, or links to, without its version; undefined when none. */
export function pastedIdentifier(word: string): string | undefined {
  const identifier = PASTED.exec(word)?.[1]
    ?.toLowerCase()
    .replace(/\.[a-z]{2}\//, '/');
  const id = identifier === undefined ? undefined : paperIdOfArxiv(identifier);
  return id === undefined ? undefined : arxivIdentifier(id);
}
