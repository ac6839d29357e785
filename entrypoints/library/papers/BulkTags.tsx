import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { TagInput } from '@/components/fields/TagInput';
import { TagName } from '@/components/fields/TagName';

/** How many of the papers chosen have a tag. */
export interface SharedTag {
  tag: string;
  count: number;
}

/** So many tags are listed; others are typed. */
const LISTED = 50;

interface Props {
  /** How many papers are chosen. */
  papers: number;
  /** The tags that at least one of them has. */
  tags: readonly SharedTag[];
  suggest(typed: string, taken: readonly string[]): Promise<readonly string[]>;
  onAdd(tag: string): void;
  onRemove(tag: string): void;
}

/** The tags of many papers: those that all have in a field for more, then those that some have. */
export function BulkTags({ papers, tags, suggest, onAdd, onRemove }: Props) {
  const some = tags.filter(({ count }) => count < papers);
  return (
    <div class="bulk-tags">
      <TagInput
        tags={tags.filter(({ count }) => count === papers).map(({ tag }) => tag)}
        suggest={suggest}
        onAdd={onAdd}
        onRemove={onRemove}
        dropsLeftover
      />
      {some.length > 0 && (
        <>
          <h3 class="facet-title">{i18n.t('bulk.tagsOfSome')}</h3>
          <ul class="bulk-some">
            {some.slice(0, LISTED).map(({ tag, count }) => (
              <li key={tag} class="bulk-tag">
                <span class="ps-tag">
                  <TagName tag={tag} />
                </span>
                <span class="facet-count">
                  {i18n.t('work.progress', [fullCount(count), fullCount(papers)])}
                </span>
                <button
                  type="button"
                  class="ps-text-button"
                  aria-label={i18n.t('bulk.addToAllLong', [tag])}
                  onClick={() => onAdd(tag)}
                >
                  {i18n.t('bulk.addToAll')}
                </button>
                <button
                  type="button"
                  class="ps-text-button"
                  aria-label={i18n.t('bulk.removeFromAllLong', [tag])}
                  onClick={() => onRemove(tag)}
                >
                  {i18n.t('bulk.removeFromAll')}
                </button>
              </li>
            ))}
          </ul>
          {some.length > LISTED && (
            <p class="ps-quiet">{i18n.t('bulk.moreTags', [fullCount(some.length - LISTED)])}</p>
          )}
        </>
      )}
    </div>
  );
}
