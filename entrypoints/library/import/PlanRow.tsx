import './plan-row.css';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import { titleOf } from '@/lib/papers/paper';
import { ChevronIcon } from '@/components/icons';
import { PaperFacts } from '@/components/paper/PaperFacts';
import { RowCheck } from '@/components/list/RowCheck';
import { TagName } from '@/components/fields/TagName';
import { addedTags, changesMessages, newKeyMessage } from './merge-messages';
import { PaperMerge } from './PaperMerge';

/** Tags named in a row; others are counted. */
const TAGS_NAMED = 4;
/** In the tooltip. */
const TAGS_IN_TITLE = 100;

interface Props {
  planned: PlannedPaper;
  /** Undefined without a choice. */
  included: boolean | undefined;
  onInclude(included: boolean): void;
  open: boolean;
  onOpen(open: boolean): void;
  tabIndex: number;
}

/** A paper's summary, expandable to all fields. */
export function PlanRow({ planned, included, onInclude, open, onOpen, tabIndex }: Props) {
  const details = useId();
  const title = titleOf(planned.paper);
  const newKey = newKeyMessage(planned);
  return (
    <div class={included === false ? 'plan plan-excluded' : 'plan'}>
      {included === undefined ? (
        <span />
      ) : (
        <RowCheck
          label={i18n.t('import.include', [title])}
          selected={included}
          tabIndex={tabIndex}
          onSelect={onInclude}
        />
      )}
      <div>
        <h4 class="plan-title" dir="auto">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            tabIndex={tabIndex}
            onClick={() => onOpen(!open)}
          >
            <span class="plan-text">{title}</span>
            <ChevronIcon />
          </button>
        </h4>
        {planned.kind === 'merges' || planned.kind === 'in-trash' ? (
          <Changes planned={planned} />
        ) : (
          <>
            <PaperFacts paper={planned.paper} entry={planned.entry} showUpvotes={false} />
            {newKey !== undefined && <p class="import-small">{newKey}</p>}
            {planned.kind === 'new' && planned.entry.removedAt > 0 && (
              <p class="import-small">{i18n.t('import.toTrash')}</p>
            )}
          </>
        )}
        {open && (
          <div id={details}>
            <PaperMerge planned={planned} />
          </div>
        )}
      </div>
    </div>
  );
}

function Changes({ planned }: { planned: PlannedPaper }) {
  const tags = addedTags(planned);
  return (
    <div class="facts">
      <span>{changesMessages(planned).join(' · ')}</span>
      {tags.slice(0, TAGS_NAMED).map((tag) => (
        <ins key={tag} class="ps-tag plan-added-tag" title={tag}>
          <TagName tag={tag} />
        </ins>
      ))}
      {tags.length > TAGS_NAMED && (
        <span class="facts-more-tags" title={tags.slice(TAGS_NAMED, TAGS_IN_TITLE).join(', ')}>
          {i18n.t('import.moreTags', [tags.length - TAGS_NAMED])}
        </span>
      )}
    </div>
  );
}
