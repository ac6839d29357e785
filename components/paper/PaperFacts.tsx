import './paper-facts.css';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import { firstAndFound } from '../format/first-and-found';
import { isHit, Marked, unmarked } from './Marked';
import { authorSummary } from '../format/format-authors';
import { shortDay } from '../format/format-time';
import type { RowMarks } from './RowExcerpt';
import { StatusDot } from '../fields/StatusDot';
import { statusLabel } from '../format/status-labels';
import { TagName } from '../fields/TagName';
import { Upvotes } from './Upvotes';

/** Tags shown, plus up to as many hits; then a number. */
const TAGS_SHOWN = 3;

interface Props {
  paper: Paper;
  /** Undefined if not saved. */
  entry: Entry | undefined;
  isNew?: boolean;
  showUpvotes?: boolean;
  marks?: RowMarks | undefined;
}

/** A row's status, authors, organization, date, upvotes, tags. */
export function PaperFacts({ paper, entry, isNew = false, showUpvotes = true, marks }: Props) {
  const day = paper.publishedOn ?? paper.listedOn;
  // Rows render often; papers can have thousands of authors.
  const authors = useMemo(() => authorSummary(paper, marks?.author), [paper, marks]);
  const tags = useMemo(() => {
    const isFound = (tag: string): boolean => marks !== undefined && isHit(marks.tag(tag));
    return firstAndFound(entry?.tags ?? [], TAGS_SHOWN, isFound);
  }, [entry, marks]);
  return (
    <div class="facts">
      <div class="facts-line">
        {entry && (
          <span class="facts-mark" title={statusLabel(entry.status)}>
            <StatusDot status={entry.status} />
            <span class="ps-hidden">{statusLabel(entry.status)}</span>
          </span>
        )}
        {isNew && !entry && <span class="facts-mark facts-new">{i18n.t('paper.new')}</span>}
        {authors.length > 0 && (
          <bdi class="facts-part">
            <Marked pieces={authors} />
          </bdi>
        )}
        {paper.organization && (
          <bdi class="facts-part facts-organization">
            <Marked
              pieces={marks?.organization(paper.organization) ?? unmarked(paper.organization.name)}
            />
          </bdi>
        )}
        {day && <span class="facts-part">{shortDay(day)}</span>}
        {showUpvotes && paper.upvotes !== undefined && (
          <span class="facts-part">
            <Upvotes count={paper.upvotes} />
          </span>
        )}
      </div>
      {tags.shown.map((tag) => (
        <span key={tag} class="ps-tag facts-tag" title={tag}>
          <TagName tag={tag} pieces={marks?.tag(tag)} />
        </span>
      ))}
      {tags.rest.length > 0 && (
        <span class="facts-more-tags" title={tags.rest.join(', ')}>
          {`+${tags.rest.length}`}
        </span>
      )}
    </div>
  );
}
