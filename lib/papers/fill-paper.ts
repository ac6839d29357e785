import { PAPER_FIELDS } from './fields';
import type { KnownPaper, Paper } from './paper';

const FACTS = (Object.keys(PAPER_FIELDS) as (keyof KnownPaper)[]).filter(
  (field): field is keyof Paper => field !== 'id' && PAPER_FIELDS[field].writtenBy === 'page',
);

/**
 * Fills gaps of `known` from a file, which may be older and poorer than a page; the same object if
 * unchanged.
 */
export function fillPaper<P extends Paper>(known: P, file: Paper): P {
  const filled = FACTS.filter((field) => fills(known, file, field));
  if (filled.length === 0) return known;
  const paper = { ...known, ...Object.fromEntries(filled.map((field) => [field, file[field]])) };
  if (filled.includes('authors')) paper.authorCount = file.authors?.length ?? 0;
  return paper;
}

/** Facts that differ between two rows. */
export function differingFacts(one: Paper, other: Paper): (keyof Paper)[] {
  return FACTS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** Facts whose known value was kept over the file's. */
export function factsKept(known: Paper, filled: Paper, file: Paper): (keyof Paper)[] {
  const changed = differingFacts(known, filled);
  return differingFacts(known, file).filter(
    (field) => file[field] !== undefined && file[field] !== '' && !changed.includes(field),
  );
}

function fills(known: Paper, file: Paper, field: keyof Paper): boolean {
  if (field === 'title') return known.title === '' && file.title !== '';
  if (known[field] !== undefined || file[field] === undefined) return false;
  // Shorter than the known count: truncated.
  return field !== 'authors' || (file.authors?.length ?? 0) >= (known.authorCount ?? 0);
}
