import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { useCounts } from '@/lib/pages/library/use-counts';
import type { LibraryContext } from '@/lib/library/context';

interface Props {
  library: LibraryContext;
  /** Whether the papers are there to be counted without anyone waiting. */
  ready: boolean;
  onKeys(): void;
}

/** How many papers the library knows and holds, and the way to its keys. */
export function LibraryFoot({ library, ready, onKeys }: Props) {
  const counts = useCounts(library, ready);
  return (
    <footer class="library-foot">
      {counts && (
        <>
          <span>{i18n.t('library.known', counts.known, [fullCount(counts.known)])}</span>
          <span>{i18n.t('library.saved', [fullCount(counts.saved)])}</span>
        </>
      )}
      <button type="button" class="ps-text-button" onClick={onKeys}>
        {i18n.t('keys.title')}
      </button>
    </footer>
  );
}
