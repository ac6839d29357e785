import './bulk-tags.css';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { TagInput } from '@/components/fields/TagInput';
import { TagName } from '@/components/fields/TagName';

/** A tag, and how many selected papers have it. */
export interface SharedTag {
  tag: string;
  count: number;
}

/** Others are typed. */
const LISTED = 50;

interface Props {
  /** Selected papers. */
  papers: number;
  /** On at least one. */
  tags: readonly SharedTag[];
  suggest(typed: string, taken: readonly string[]): Promise<readonly string[]>;
  /** Like `onRemove`, resolves to whether it was stored. */
  onAdd(tag: string): Promise<boolean>;
  onRemove(tag: string): Promise<boolean>;
}

/** Tags on all papers, then tags on some. */
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
                <span class="ps-tag bulk-tag-name">
                  <TagName tag={tag} />
                </span>
                <span class="facet-count bulk-tag-count">
                  {i18n.t('work.progress', [fullCount(count), fullCount(papers)])}
                </span>
                <button
                  type="button"
                  class="ps-text-button"
                  aria-label={i18n.t('bulk.addToAllLong', [tag])}
                  onClick={() => void onAdd(tag)}
                >
                  {i18n.t('bulk.addToAll')}
                </button>
                <button
                  type="button"
                  class="ps-text-button"
                  aria-label={i18n.t('bulk.removeFromAllLong', [tag])}
                  onClick={() => void onRemove(tag)}
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
