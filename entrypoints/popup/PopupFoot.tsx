import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { ExportMenu } from '@/components/overlay/ExportMenu';
import { searchWhenIndexed } from '@/lib/pages/search/search-when-indexed';
import type { LibraryCounts } from '@/lib/pages/library/use-counts';
import type { Exporting } from '@/lib/pages/actions/use-export';
import type { Search } from '@/lib/pages/search/use-search';
import { useLibrary } from '@/lib/pages/page-context';
import { libraryIds } from '@/lib/library/queries';

interface Props {
  /** Exports its results; without it, the whole library. */
  search: Search | undefined;
  exporting: Exporting;
  /** Undefined until counted. */
  counts: LibraryCounts | undefined;
  /** Saves the page's new papers; shown instead of counts. */
  onSaveNew: (() => void) | undefined;
}

/** The footer: export, counts, and library link. */
export function PopupFoot({ search, exporting, counts, onSaveNew }: Props) {
  const library = useLibrary();
  const found = search?.found?.ids.length;
  const scope =
    found === undefined
      ? i18n.t('export.library')
      : i18n.t('export.found', found, [fullCount(found)]);
  return (
    <footer class="foot">
      <ExportMenu
        choices={exporting.formats}
        scope={scope}
        onExport={(format) =>
          exporting.exportPapers(format, {
            ids: async () =>
              search ? searchWhenIndexed(library, search.query) : libraryIds(library.db),
            whole: search === undefined,
          })
        }
      />
      <span class="foot-counts">
        {!onSaveNew &&
          counts &&
          i18n.t('popup.counts', [fullCount(counts.known), fullCount(counts.saved)])}
      </span>
      {onSaveNew && (
        <button type="button" class="ps-button" onClick={onSaveNew}>
          {i18n.t('popup.saveNew')}
        </button>
      )}
      <a class="ps-button ps-button-primary" href="/library.html" target="_blank">
        {i18n.t('popup.openLibrary')}
      </a>
    </footer>
  );
}
