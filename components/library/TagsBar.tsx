import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagOrder } from '@/lib/papers/tag-rows';
import { fullCount } from '../paper-words';
import { useRestoredFocus } from '../use-restored-focus';

interface Props {
  /** How many tags are listed, of how many. */
  shown: number;
  all: number;
  order: TagOrder;
  onOrder(order: TagOrder): void;
  onSelectAll(): void;
}

/** How many tags there are, and in which order they stand. */
export function TagsBar({ shown, all, order, onOrder, onSelectAll }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useRestoredFocus(bar);
  const words = i18n.t('tagsView.tags', all, [fullCount(all)]);
  return (
    <div ref={bar} class="bar">
      <span class="bar-count" role="status">
        {shown === all ? words : i18n.t('tagsView.shownOf', [fullCount(shown), words])}
      </span>
      {shown > 0 && (
        <button type="button" class="ps-text-button" onClick={onSelectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      <span class="bar-space" />
      <label>
        <span class="ps-hidden">{i18n.t('sort.label')}</span>
        <select
          class="ps-select"
          value={order}
          onChange={(event) => onOrder(event.currentTarget.value === 'count' ? 'count' : 'name')}
        >
          <option value="name">{i18n.t('tagsView.byName')}</option>
          <option value="count">{i18n.t('tagsView.byCount')}</option>
        </select>
      </label>
    </div>
  );
}
