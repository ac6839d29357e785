import type { Paper } from './paper';

/**
 * Merges a later reading. Its fields win, but the longest abstract and author list stay (complete
 * lists first), and a title that only lost spaces (search pages split it to highlight hits) is
 * ignored.
 */
export function mergePapers<P extends Paper>(known: P, later: Paper): P {
  const merged: P = { ...known, ...definedFieldsOf(later) };
  merged.title = betterTitle(known.title, later.title);
  keep(merged, 'abstract', longer(known.abstract, later.abstract));
  const whole = longer(wholeAuthors(known), wholeAuthors(later));
  keep(merged, 'authors', whole ?? longer(known.authors, later.authors));
  if (whole !== undefined) merged.authorCount = whole.length;
  keep(merged, 'aiKeywords', longer(known.aiKeywords, later.aiKeywords));
  return merged;
}

function definedFieldsOf(paper: Paper): Partial<Paper> {
  return Object.fromEntries(Object.entries(paper).filter(([, value]) => value !== undefined));
}

function keep<P extends Paper, F extends keyof Paper>(paper: P, field: F, value: P[F] | undefined) {
  if (value === undefined) delete paper[field];
  else paper[field] = value;
}

/** Authors confirmed by their number: page text may list anything. */
function wholeAuthors({ authors, authorCount }: Paper): string[] | undefined {
  return authors?.length === authorCount ? authors : undefined;
}

function longer<T extends { length: number }>(known: T | undefined, later: T | undefined) {
  if (known === undefined || later === undefined) return later ?? known;
  return later.length >= known.length ? later : known;
}

function betterTitle(known: string, later: string): string {
  if (later === '') return known;
  const same = known.replaceAll(' ', '') === later.replaceAll(' ', '');
  return same && known.length > later.length ? known : later;
}
