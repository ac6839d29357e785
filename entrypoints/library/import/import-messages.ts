import { i18n } from '#i18n';
import type { ImportProblem, ImportProblemCode } from '@/lib/import/format';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import type { ReadSource } from './read-source';

export type PlanKind = PlannedPaper['kind'];

const PROBLEMS = {
  'unknown-format': 'import.problems.unknownFormat',
  'nothing-found': 'import.problems.nothingFound',
  'not-text': 'import.problems.notText',
  'too-large': 'import.problems.tooLarge',
  truncated: 'import.problems.truncated',
  'bad-entry': 'import.problems.badEntry',
  'broken-rest': 'import.problems.brokenRest',
  'mixed-encoding': 'import.problems.mixedEncoding',
  'too-long': 'import.problems.tooLong',
  'too-many': 'import.problems.tooMany',
  'no-identity': 'import.problems.noIdentity',
  'only-for-reading': 'import.problems.onlyForReading',
  'newer-backup': 'import.problems.newerBackup',
} as const satisfies Record<ImportProblemCode, string>;

/** A problem and its remedy. */
export function problemSentence(code: ImportProblemCode): string {
  return i18n.t(PROBLEMS[code]);
}

/** One per line: `refs.bib: Line 12: … «@article{»`. */
export function problemsAsText(problems: readonly PlacedProblem[]): string {
  return problems
    .map(({ source, problem: { code, line, excerpt } }) =>
      [
        `${source}: `,
        line !== undefined && `${i18n.t('import.line', [line])}: `,
        problemSentence(code),
        excerpt !== undefined && excerpt !== '' && ` «${excerpt}»`,
      ]
        .filter(Boolean)
        .join(''),
    )
    .join('\n');
}

export interface PlacedProblem {
  source: string;
  problem: ImportProblem;
}

/** All sources' problems, in order. */
export function placedProblems(sources: readonly ReadSource[]): PlacedProblem[] {
  return sources.flatMap(({ name, problems }) =>
    problems.map((problem) => ({ source: name, problem })),
  );
}

/** `refs.bib`, or `3 files`. */
export function sourcesMessage(names: readonly string[]): string {
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? only
    : i18n.t('import.files', names.length, [names.length]);
}

export function groupLabel(kind: PlanKind): string {
  switch (kind) {
    case 'new':
      return i18n.t('import.groups.new');
    case 'merges':
      return i18n.t('import.groups.merges');
    case 'in-trash':
      return i18n.t('import.groups.inTrash');
    case 'unchanged':
      return i18n.t('import.groups.unchanged');
  }
}

/** What the import does with a group. */
export function groupHint(kind: PlanKind): string {
  switch (kind) {
    case 'new':
      return i18n.t('import.groupHints.new');
    case 'merges':
      return i18n.t('import.groupHints.merges');
    case 'in-trash':
      return i18n.t('import.groupHints.inTrash');
    case 'unchanged':
      return i18n.t('import.groupHints.unchanged');
  }
}
