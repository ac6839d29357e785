import { i18n } from '#i18n';
import { COUNTS, type Count, type CountsAt } from '@/lib/papers/counts';
import { localDayOf } from '@/lib/shared/local-day';
import {
  historyPoints,
  lastOfDays,
  numbersOf,
  type NumberAt,
  type TimeAxis,
} from '../format/history-points';
import { fullCount } from '../format/format-count';
import { sinceWhen } from '../format/format-since';
import { shortDay } from '../format/format-time';

/** SVG units; stretched to fit. */
const WIDTH = 200;
const HEIGHT = 24;

const LABELS = {
  upvotes: 'history.upvotes',
  comments: 'history.comments',
  githubStars: 'history.stars',
} as const satisfies Record<Count, string>;

interface Props {
  /** Oldest first. */
  points: readonly CountsAt[];
}

/**
 * Sparklines of counts known on several days, on a shared time axis, with a table; other counts as
 * text; nothing without counts.
 */
export function PaperHistory({ points }: Props) {
  const known = COUNTS.filter((count) => points.some((point) => point[count] !== undefined));
  const times = known.flatMap((count) => numbersOf(points, count).map(({ at }) => at));
  if (times.length === 0) return null;
  const axis = { from: Math.min(...times), to: Math.max(...times) };
  const lines = known.filter((count) => isOverDays(numbersOf(points, count)));
  const rest = known.filter((count) => !lines.includes(count));
  return (
    <div class="ps-history">
      <p>{i18n.t('history.firstSeen', [sinceWhen(axis.from, Date.now())])}</p>
      {lines.length > 0 && (
        <div class="ps-history-lines">
          {lines.map((count) => (
            <CountLine key={count} count={count} numbers={numbersOf(points, count)} axis={axis} />
          ))}
        </div>
      )}
      {rest.length > 0 && (
        <p>{rest.map((count) => countMessage(count, numbersOf(points, count))).join(' · ')}</p>
      )}
      {lines.length > 0 && (
        <details>
          <summary>{i18n.t('history.numbers')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{i18n.t('history.day')}</th>
                {known.map((count) => (
                  <th key={count} scope="col">
                    {i18n.t(LABELS[count])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lastOfDays(points).map(([day, counts]) => (
                <tr key={day}>
                  <th scope="row">{shortDay(day)}</th>
                  {known.map((count) => (
                    <td key={count}>
                      {counts[count] === undefined ? '' : fullCount(counts[count])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}

interface CountLineProps {
  count: Count;
  /** Oldest first, at least one. */
  numbers: readonly NumberAt[];
  axis: TimeAxis;
}

function CountLine({ count, numbers, axis }: CountLineProps) {
  const since = sinceWhen(numbers[0]?.at ?? 0, Date.now());
  return (
    <>
      <p>{countMessage(count, numbers)}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={i18n.t('history.line', [i18n.t(LABELS[count]), ...endsOf(numbers), since])}
      >
        <path d={`M${historyPoints(numbers, axis, WIDTH, HEIGHT).join('L')}`} />
      </svg>
    </>
  );
}

/** `Upvotes: 18 → 312`, or one number if equal. */
function countMessage(count: Count, numbers: readonly NumberAt[]): string {
  return `${i18n.t(LABELS[count])}: ${[...new Set(endsOf(numbers))].join(' → ')}`;
}

function endsOf(numbers: readonly NumberAt[]): [first: string, last: string] {
  return [fullCount(numbers[0]?.number ?? 0), fullCount(numbers.at(-1)?.number ?? 0)];
}

/** Whether they span several local days. */
function isOverDays(numbers: readonly NumberAt[]): boolean {
  return new Set(numbers.map(({ at }) => localDayOf(at))).size > 1;
}
