import './byline.css';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Paper } from '@/lib/papers/paper';
import { fullCount } from '../format/format-count';
import { longDay } from '../format/format-time';
import { Upvotes } from './Upvotes';

/** Authors at first; some papers have hundreds. */
const AUTHORS_SHOWN = 6;

interface Props {
  paper: Paper;
  /** Recent, in upvotes. */
  rise?: string | undefined;
}

/** Authors, organization, date and upvotes. */
export function Byline({ paper, rise }: Props) {
  const day = paper.publishedOn ?? paper.listedOn;
  return (
    <p class="byline">
      <Authors paper={paper} />
      {paper.organization && <bdi class="byline-part">{paper.organization.name}</bdi>}
      {day && (
        <time class="byline-part" dateTime={day}>
          {longDay(day)}
        </time>
      )}
      {paper.upvotes !== undefined && (
        <span class="byline-part">
          <Upvotes count={paper.upvotes} />
          {rise && <span class="rise">{rise}</span>}
        </span>
      )}
    </p>
  );
}

function Authors({ paper: { authors, authorCount } }: { paper: Paper }) {
  const [all, setAll] = useState(false);
  if (authors === undefined || authors.length === 0) {
    if (authorCount === undefined) return null;
    return <span class="byline-part">{i18n.t('paper.authors', authorCount)}</span>;
  }
  // Another name is as short as the button.
  const long = authors.length > AUTHORS_SHOWN + 1;
  const shown = long && !all ? authors.slice(0, AUTHORS_SHOWN) : authors;
  const more = fullCount(authors.length - AUTHORS_SHOWN);
  return (
    <span class="byline-part">
      <bdi>{shown.join(', ')}</bdi>
      {long && (
        <button
          type="button"
          class="byline-more"
          aria-expanded={all}
          aria-label={all ? undefined : i18n.t('detail.allAuthorsLong', [more])}
          onClick={() => setAll(!all)}
        >
          {all ? i18n.t('detail.fewerAuthors') : i18n.t('detail.allAuthors', [more])}
        </button>
      )}
    </span>
  );
}
