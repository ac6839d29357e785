import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryContext } from '@/lib/library/context';
import type { View } from './route';
import { SidebarButton } from './SidebarButton';

type OtherView = Exclude<View, 'papers'>;
type ViewComponent = ComponentType<{ library: LibraryContext }>;

/** The views beside the papers, each loaded when it is first opened. */
const LOADERS: Record<OtherView, () => Promise<ViewComponent>> = {
  tags: async () => (await import('./tags/TagsView')).TagsView,
  reading: async () => (await import('./reading/ReadingView')).ReadingView,
  import: async () => (await import('./import/ImportView')).ImportView,
  trash: async () => (await import('./trash/TrashView')).TrashView,
  settings: async () => (await import('./settings/SettingsView')).SettingsView,
};

interface Props {
  library: LibraryContext;
  view: OtherView;
  sidebarOpen: boolean;
  onSidebar(open: boolean): void;
}

/** One of the views beside the papers. */
export function Views({ library, view, sidebarOpen, onSidebar }: Props) {
  const [loaded, setLoaded] = useState<{ view: OtherView; Component: ViewComponent }>();
  const [error, setError] = useState<{ reason: unknown }>();
  useEffect(() => {
    let left = false;
    LOADERS[view]().then(
      (Component) => left || setLoaded({ view, Component }),
      (reason: unknown) => setError({ reason }),
    );
    return () => {
      left = true;
    };
  }, [view]);
  // For the page's boundary to show.
  if (error !== undefined) throw error.reason;
  return (
    <div class="pane-view">
      <SidebarButton open={sidebarOpen} onOpen={onSidebar} label={i18n.t('sidebar.menu')} />
      {loaded?.view === view && <loaded.Component library={library} />}
    </div>
  );
}
