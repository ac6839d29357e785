/**
 * Whether all lines are machine-made. Zotero writes such lines to Extra, exported as `note` in
 * BibTeX and CSL-JSON (`arXiv:1706.03762 [cs]`, `Citation Key: x`).
 * (https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra)
 */
export function isMachineMade(text: string): boolean {
  return text
    .split('\n')
    .every((line) => line.trim() === '' || ARXIV_LINE.test(line) || FIELD_LINE.test(line));
}

const ARXIV_LINE = /^\s{0,9}arXiv:\s?\S{5,30}(?:\s\[[\w.-]+\])?\s{0,9}$/i;
const FIELD_LINE =
  /^\s{0,9}(?:_eprint|issn|isbn|doi|pmid|pmcid|arxiv id|citation key|publisher|place|number|number of volumes|version|conference name|event[- ](?:title|place|date)|container title|page version id|meeting name|archive location|openalex|mag id|s2id|oclc|original[- ]date|type|titletranslation|tex\.[\w.-]{1,40}|zscc|cited by|export date) ?:/i;

const CITATION_KEY_LINE = /^citation key:[ \t]?(\S+)/im;

/** As Better BibTeX writes it. */
export function citationKeyIn(extra: string): string | undefined {
  return CITATION_KEY_LINE.exec(extra)?.[1];
}
