import { i18n } from '#i18n';
import type { Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import { authorSummary, shortDay } from './paper-words';
import { StatusDot } from './StatusDot';
import { statusWord } from './status-words';
import { TagName } from './TagName';
import { Upvotes } from './Upvotes';

/** Tags shown in a row of a list; the rest is a number. */
const TAGS_SHOWN = 3;

interface Props {
  paper: Paper;
  /** The entry while the paper is saved. */
  entry: Entry | undefined;
  isNew?: boolean;
  showUpvotes?: boolean;
}

/** The line under a title in a list: status, who, where, when, how liked, and the tags. */
export function PaperFacts({ paper, entry, isNew = false, showUpvotes = true }: Props) {
  const day = paper.publishedOn ?? paper.listedOn;
  const authors = authorSummary(paper);
  const tags = entry?.tags ?? [];
  return (
    <div class="facts">
      <div class="facts-line">
        {entry && (
          <span class="facts-mark" title={statusWord(entry.status)}>
            <StatusDot status={entry.status} />
            <span class="ps-hidden">{statusWord(entry.status)}</span>
          </span>
        )}
        {isNew && !entry && <span class="facts-mark facts-new">{i18n.t('paper.new')}</span>}
        {authors !== '' && <bdi class="facts-part">{authors}</bdi>}
        {paper.organization && (
          <bdi class="facts-part facts-organization">{paper.organization.name}</bdi>
        )}
        {day && <span class="facts-part">{shortDay(day)}</span>}
        {showUpvotes && paper.upvotes !== undefined && (
          <span class="facts-part">
            <Upvotes count={paper.upvotes} />
          </span>
        )}
      </div>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} class="ps-tag" title={tag}>
          <TagName tag={tag} />
        </span>
      ))}
      {tags.length > TAGS_SHOWN && (
        <span class="facts-more-tags" title={tags.slice(TAGS_SHOWN).join(', ')}>
          {`+${tags.length - TAGS_SHOWN}`}
        </span>
      )}
    </div>
  );
}
