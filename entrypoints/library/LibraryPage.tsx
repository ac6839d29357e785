import './library-page.css';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Facets, type FacetKey } from './papers/Facets';
import { Sidebar, type Place } from './Sidebar';
import { useLocalDay } from '@/components/hooks/use-local-day';
import { countMissed } from '@/lib/library/digest/digest';
import { countTrash } from '@/lib/library/trash/trash';
import { useIndexMaintenance } from '@/lib/pages/search/use-index-maintenance';
import { digestPeriod } from '@/lib/settings/digest-period';
import { useSetting } from '@/lib/pages/library/use-setting';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import { useQuery, useSearch } from '@/lib/pages/search/use-search';
import { hasKey, hasTerm, toggleTerm, withoutKey } from '@/lib/query/edit-query';
import { Papers } from './papers/Papers';
import { viewHash, VIEWS, type View } from './route';
import { useDrawer } from './use-drawer';
import { useQueryText, useView } from './use-address';
import { Views } from './Views';

/** A sidebar and one view. */
export function LibraryPage() {
  const view = useView();
  const { text, only, type, choose, showAll } = useQueryText();
  const query = useQuery(text, only);
  const search = useSearch(query, FACETS);
  useIndexMaintenance({ merges: 'all' });
  const [sidebarOpen, setSidebarOpen] = useDrawer();

  // Navigating closes the drawer.
  useEffect(() => setSidebarOpen(false), [view, setSidebarOpen]);

  const narrow = (next: string): void => {
    if (view !== 'papers') location.hash = viewHash('papers');
    choose(next);
    setSidebarOpen(false);
  };
  const facets = (
    <Facets
      facets={search.found?.facets}
      partial={(search.found?.left ?? 0) > 0}
      active={view === 'papers'}
      isChosen={(key, value) => hasTerm(text, key, value)}
      isAnyChosen={(key: FacetKey) => hasKey(text, key)}
      onToggle={(key, value) => narrow(toggleTerm(text, key, value))}
      onClear={(key) => narrow(withoutKey(text, key))}
    />
  );
  return (
    <div class={sidebarOpen ? 'library library-sidebar-open' : 'library'}>
      <h1 class="ps-hidden">{i18n.t('library.title')}</h1>
      <aside id="sidebar" class="pane-sidebar" aria-label={i18n.t('sidebar.label')}>
        <Sidebar places={usePlaces(view)}>{facets}</Sidebar>
      </aside>
      {sidebarOpen && (
        <div class="sidebar-shade" aria-hidden="true" onClick={() => setSidebarOpen(false)} />
      )}
      {view === 'papers' ? (
        <Papers
          search={search}
          text={text}
          onType={type}
          onChoose={choose}
          onShowAll={showAll}
          sidebarOpen={sidebarOpen}
          onSidebar={setSidebarOpen}
        />
      ) : (
        <Views view={view} onSidebar={setSidebarOpen} sidebarOpen={sidebarOpen} />
      )}
    </div>
  );
}

const FACETS = { facets: true, active: true };

function usePlaces(current: View): Place[] {
  const library = useLibrary();
  const removed = useLiveQuery(async () => countTrash(library.db), [library]);
  const period = useSetting(digestPeriod);
  const day = useLocalDay(library.now);
  const missed = useLiveQuery(
    async () => (period === undefined ? undefined : countMissed(library, period)),
    [library, period, day],
  );
  const counts: Partial<Record<View, number | undefined>> = { digest: missed, trash: removed };
  const labels: Record<View, string> = {
    papers: i18n.t('sidebar.papers'),
    digest: i18n.t('sidebar.digest'),
    tags: i18n.t('sidebar.tags'),
    reading: i18n.t('sidebar.reading'),
    import: i18n.t('sidebar.import'),
    trash: i18n.t('sidebar.trash'),
    settings: i18n.t('sidebar.settings'),
  };
  return VIEWS.map((view) => ({
    href: viewHash(view),
    label: labels[view],
    count: counts[view],
    current: view === current,
  }));
}
