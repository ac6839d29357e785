import { isDay } from '@/lib/shared/day';
import { RATINGS, STATUSES, type Entry } from './entry';
import type { KnownPaper } from './paper';
import type { PaperId } from './paper-id';

type Check = (value: unknown) => boolean;
type Checks<Row> = Record<keyof Row, Check>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  value instanceof Object && !Array.isArray(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const PAPER: Checks<KnownPaper> = {
  id: isText,
  title: isText,
  abstract: optional(isText),
  authors: optional(isTexts),
  authorCount: optional(isNumber),
  organization: optional(
    (value) => isRecord(value) && isText(value['slug']) && isText(value['name']),
  ),
  publishedOn: optional(isDay),
  listedOn: optional(isDay),
  submitter: optional(isText),
  upvotes: optional(isNumber),
  comments: optional(isNumber),
  githubRepo: optional(isText),
  githubStars: optional(isNumber),
  projectPage: optional(isText),
  thumbnail: optional(isText),
  aiSummary: optional(isText),
  aiKeywords: optional(isTexts),
  firstSeenAt: isNumber,
  lastSeenAt: isNumber,
  completion: optional((value) => isRecord(value) && isNumber(value['askedAt'])),
};

const ENTRY: Checks<Entry> = {
  paperId: isText,
  status: (value) => STATUSES.some((status) => status === value),
  tags: isTexts,
  note: isText,
  rating: optional((value) => RATINGS.some((rating) => rating === value)),
  citationKey: isText,
  savedAt: isNumber,
  updatedAt: isNumber,
  removedAt: isNumber,
  editedAt: (value) => isRecord(value) && Object.values(value).every(isNumber),
};

/** Whether a stored row has the expected form. */
export function isSoundEntry(row: unknown): row is Entry {
  return isSound(ENTRY, row);
}

/**
 * A paper's row, or a copy without damaged fields. The stored row stays, for the reader to inspect.
 */
export function soundPaper(id: PaperId, row: KnownPaper): KnownPaper {
  if (isSound(PAPER, row)) return row;
  return { title: '', firstSeenAt: 0, lastSeenAt: 0, ...soundFields(PAPER, row), id };
}

/** Like `soundPaper`, for an entry. */
export function soundEntry(paperId: PaperId, row: Entry): Entry {
  if (isSoundEntry(row)) return row;
  return {
    status: 'to-read',
    tags: [],
    note: '',
    citationKey: '',
    savedAt: 0,
    updatedAt: 0,
    removedAt: 0,
    editedAt: {},
    ...soundFields(ENTRY, row),
    paperId,
  };
}

function isSound<Row extends object>(checks: Checks<Row>, row: unknown): row is Row {
  if (!isRecord(row)) return false;
  for (const field in checks) if (!checks[field](row[field])) return false;
  return true;
}

function soundFields<Row extends object>(checks: Checks<Row>, row: unknown): Partial<Row> {
  if (!isRecord(row)) return {};
  const fields = Object.keys(checks) as (keyof Row & string)[];
  return Object.fromEntries(
    fields
      .filter((field) => row[field] !== undefined && checks[field](row[field]))
      .map((field) => [field, row[field]]),
  ) as Partial<Row>;
}
