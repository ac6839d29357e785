import '../bar.css';
import { i18n } from '#i18n';
import {
  DIGEST_ORDERS,
  DIGEST_PERIODS,
  type DigestOrder,
  type DigestPeriod,
} from '@/lib/papers/digest';
import { fullCount } from '@/components/format/format-count';
import { OrderSelect } from '@/components/fields/OrderSelect';
import { SegmentedControl } from '@/components/fields/SegmentedControl';

const PERIOD_WORDS = {
  unseen: 'digest.unseen',
  'last-visit': 'digest.sinceLastVisit',
  week: 'digest.week',
  month: 'digest.month',
} as const satisfies Record<DigestPeriod, string>;

const ORDER_WORDS = {
  upvotes: 'digest.byUpvotes',
  rise: 'digest.byRise',
} as const satisfies Record<DigestOrder, string>;

interface Props {
  /** Undefined while loading. */
  shown: number | undefined;
  /** Not handled yet. */
  left: number;
  /** Since the list was read. */
  arrived: number;
  onShowArrived(): void;
  period: DigestPeriod;
  onPeriod(period: DigestPeriod): void;
  order: DigestOrder;
  onOrder(order: DigestOrder): void;
  onKeys(): void;
}

export function DigestBar(props: Props) {
  const { shown, left, arrived, period, order } = props;
  return (
    <div class="bar">
      <SegmentedControl
        aria-label={i18n.t('digest.period')}
        options={DIGEST_PERIODS}
        value={period}
        labelOf={(each) => i18n.t(PERIOD_WORDS[each])}
        onChange={props.onPeriod}
      />
      <span class="bar-count" role="status">
        {shown !== undefined &&
          (left < shown
            ? i18n.t('digest.left', [fullCount(left), fullCount(shown)])
            : i18n.t('papers', shown, [fullCount(shown)]))}
      </span>
      {arrived > 0 && (
        <button type="button" class="ps-text-button" onClick={props.onShowArrived}>
          {i18n.t('digest.arrived', arrived, [fullCount(arrived)])}
        </button>
      )}
      <span class="bar-space" />
      <button type="button" class="ps-text-button" onClick={props.onKeys}>
        {i18n.t('keys.button')}
      </button>
      <OrderSelect
        options={DIGEST_ORDERS}
        value={order}
        keyOf={String}
        labelOf={(each) => i18n.t(ORDER_WORDS[each])}
        onChange={props.onOrder}
      />
    </div>
  );
}
