import { i18n } from '#i18n';
import { COUNTS, type Count, type CountsAt } from '@/lib/papers/counts-over-time';
import { historyPoints, lastOfDays, numbersOf, type NumberAt } from './history-points';
import { sinceWhen } from './since-words';
import { fullCount, shortDay } from './paper-words';

/** The drawing's own units; it is stretched to the room there is. */
const WIDTH = 200;
const HEIGHT = 30;

const WORDS = {
  upvotes: 'history.upvotes',
  comments: 'history.comments',
  githubStars: 'history.stars',
} as const satisfies Record<Count, string>;

interface Props {
  /** What was shown of the paper, the oldest first. */
  points: readonly CountsAt[];
}

/** How a paper's upvotes went, as a line, and all its counts as numbers; nothing without upvotes. */
export function PaperHistory({ points }: Props) {
  const upvotes = numbersOf(points, 'upvotes');
  const [first, last] = [upvotes[0], upvotes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const known = COUNTS.filter((count) => points.some((point) => point[count] !== undefined));
  const since = sinceWhen(first.at, Date.now());
  return (
    <div class="ps-history">
      <p>
        {first === last
          ? i18n.t('history.once', [fullCount(last.number), since])
          : i18n.t('history.since', [fromTo(upvotes), since])}
      </p>
      {first !== last && (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={i18n.t('history.line', [
            fullCount(first.number),
            fullCount(last.number),
            since,
          ])}
        >
          <path d={`M${historyPoints(upvotes, WIDTH, HEIGHT).join('L')}`} />
        </svg>
      )}
      {known.length > 1 && (
        <p>
          {known
            .slice(1)
            .map((count) => `${i18n.t(WORDS[count])}: ${fromTo(numbersOf(points, count))}`)
            .join(' · ')}
        </p>
      )}
      {first !== last && (
        <details>
          <summary>{i18n.t('history.numbers')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{i18n.t('history.day')}</th>
                {known.map((count) => (
                  <th key={count} scope="col">
                    {i18n.t(WORDS[count])}
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

/** The first and the last number: `18 → 312`; one, when they are the same. */
function fromTo(numbers: readonly NumberAt[]): string {
  const ends = [numbers[0], numbers.at(-1)].map((end) => fullCount(end?.number ?? 0));
  return [...new Set(ends)].join(' → ');
}
