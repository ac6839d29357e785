import './library-foot.css';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { useCounts } from '@/lib/pages/library/use-counts';

interface Props {
  /** The list is loaded: counting delays nothing. */
  ready: boolean;
  onKeys(): void;
}

export function LibraryFoot({ ready, onKeys }: Props) {
  const counts = useCounts(ready);
  return (
    <footer class="library-foot">
      {counts && (
        <>
          <span>{i18n.t('library.seen', counts.known, [fullCount(counts.known)])}</span>
          <span>{i18n.t('library.saved', [fullCount(counts.saved)])}</span>
        </>
      )}
      <button type="button" class="ps-text-button" onClick={onKeys}>
        {i18n.t('keys.button')}
      </button>
    </footer>
  );
}
