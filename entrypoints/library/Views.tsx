import type { ComponentType } from 'preact';
import { i18n } from '#i18n';
import { Notices } from '@/components/feedback/Notices';
import { usePageKeys } from '@/components/hooks/use-page-keys';
import { once, useSubscription } from '@/components/hooks/use-subscription';
import { useDatabaseState } from '@/lib/pages/library/page-library';
import { usePage } from '@/lib/pages/page-context';
import type { View } from './route';
import { SidebarButton } from './SidebarButton';

type OtherView = Exclude<View, 'papers'>;

/** Each view loads when first opened. */
const LOADERS: Record<OtherView, () => Promise<ComponentType>> = {
  digest: async () => (await import('./digest/DigestView')).DigestView,
  tags: async () => (await import('./tags/TagsView')).TagsView,
  reading: async () => (await import('./reading/ReadingView')).ReadingView,
  import: async () => (await import('./import/ImportView')).ImportView,
  trash: async () => (await import('./trash/TrashView')).TrashView,
  settings: async () => (await import('./settings/SettingsView')).SettingsView,
};

interface Props {
  view: OtherView;
  sidebarOpen: boolean;
  onSidebar(open: boolean): void;
}

/** Loads and renders all views but the papers. */
export function Views({ view, sidebarOpen, onSidebar }: Props) {
  const { tasks, undoOffers } = usePage();
  const databaseState = useDatabaseState();
  // The digest binds Undo by its configurable keys.
  usePageKeys(view === 'digest' ? {} : { z: () => undoOffers.undo?.onUndo() });
  const loaded = useSubscription(
    () => once(async () => ({ Component: await LOADERS[view]() })),
    [view],
  );
  return (
    <div class="pane-view">
      <SidebarButton open={sidebarOpen} onOpen={onSidebar} label={i18n.t('sidebar.menu')} />
      {loaded && <loaded.Component />}
      <Notices
        undo={undoOffers.undo}
        failure={databaseState ? { code: databaseState } : tasks.failure}
        toast={undefined}
        work={tasks.work}
      />
    </div>
  );
}
