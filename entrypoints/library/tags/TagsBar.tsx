import '../bar.css';
import { i18n } from '#i18n';
import type { TagOrder } from '@/lib/papers/tags/tag-rows';
import { fullCount } from '@/components/format/format-count';
import { OrderSelect } from '@/components/fields/OrderSelect';
import { FocusRestore } from '@/components/feedback/FocusRestore';

const ORDERS = ['name', 'count'] as const satisfies readonly TagOrder[];

const ORDER_WORDS = {
  name: 'tagsView.byName',
  count: 'tagsView.byCount',
} as const satisfies Record<TagOrder, string>;

interface Props {
  /** Listed, out of `all`. */
  shown: number;
  all: number;
  order: TagOrder;
  onOrder(order: TagOrder): void;
  onSelectAll(): void;
}

export function TagsBar({ shown, all, order, onOrder, onSelectAll }: Props) {
  const total = i18n.t('tagsView.tags', all, [fullCount(all)]);
  return (
    <FocusRestore class="bar">
      <span class="bar-count" role="status">
        {shown === all ? total : i18n.t('tagsView.shownOf', [fullCount(shown), total])}
      </span>
      {shown > 0 && (
        <button type="button" class="ps-text-button" onClick={onSelectAll}>
          {i18n.t('library.selectAll')}
        </button>
      )}
      <span class="bar-space" />
      <OrderSelect
        options={ORDERS}
        value={order}
        keyOf={String}
        labelOf={(each) => i18n.t(ORDER_WORDS[each])}
        onChange={onOrder}
      />
    </FocusRestore>
  );
}
