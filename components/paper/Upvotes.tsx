import './upvotes.css';
import { i18n } from '#i18n';
import { fullCount, shortCount } from '../format/format-count';

export function Upvotes({ count }: { count: number }) {
  return (
    <span class="upvotes" title={i18n.t('paper.upvotes', count, [fullCount(count)])}>
      <span aria-hidden="true">{`▲ ${shortCount(count)}`}</span>
      <span class="ps-hidden">{i18n.t('paper.upvotes', count, [fullCount(count)])}</span>
    </span>
  );
}
