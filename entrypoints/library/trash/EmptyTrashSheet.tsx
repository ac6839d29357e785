import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { Sheet } from '@/components/overlay/Sheet';

interface Props {
  count: number;
  onEmpty(): void;
  onClose(): void;
}

export function EmptyTrashSheet({ count, onEmpty, onClose }: Props) {
  return (
    <Sheet title={i18n.t('trash.ask', count, [fullCount(count)])} onClose={onClose}>
      <p>{i18n.t('trash.askHint')}</p>
      <div class="trash-ask">
        <button type="button" class="ps-button" onClick={onClose}>
          {i18n.t('trash.cancel')}
        </button>
        <button type="button" class="ps-button ps-button-danger" onClick={onEmpty}>
          {i18n.t('trash.empty')}
        </button>
      </div>
    </Sheet>
  );
}
