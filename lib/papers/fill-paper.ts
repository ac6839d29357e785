import { PAPER_FIELDS } from './fields';
import type { KnownPaper, Paper } from './paper';

/** The fields that a page, or an imported file, gives. */
const FACTS = (Object.keys(PAPER_FIELDS) as (keyof KnownPaper)[]).filter(
  (field): field is keyof Paper => field !== 'id' && PAPER_FIELDS[field].writtenBy === 'page',
);

/**
 * The facts of a paper with its gaps filled by what a file says; the very same object when there is
 * nothing to fill. What is known stands: a file may be older and poorer than a page's own words.
 */
export function fillPaper<P extends Paper>(known: P, file: Paper): P {
  const filled = FACTS.filter((field) => fills(known, file, field));
  if (filled.length === 0) return known;
  const paper = { ...known, ...Object.fromEntries(filled.map((field) => [field, file[field]])) };
  if (filled.includes('authors')) paper.authorCount = file.authors?.length ?? 0;
  return paper;
}

/** The facts that one row of a paper has and another has not, or has otherwise. */
export function differingFacts(one: Paper, other: Paper): (keyof Paper)[] {
  return FACTS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** The facts that a file has otherwise than the row that is known, which keeps its own. */
export function factsKept(known: Paper, filled: Paper, file: Paper): (keyof Paper)[] {
  const changed = differingFacts(known, filled);
  return differingFacts(known, file).filter(
    (field) => file[field] !== undefined && file[field] !== '' && !changed.includes(field),
  );
}

function fills(known: Paper, file: Paper, field: keyof Paper): boolean {
  if (field === 'title') return known.title === '' && file.title !== '';
  if (known[field] !== undefined || file[field] === undefined) return false;
  // A list that is shorter than a page said is cut.
  return field !== 'authors' || (file.authors?.length ?? 0) >= (known.authorCount ?? 0);
}
