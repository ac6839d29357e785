import './settings-view.css';
import { i18n } from '#i18n';
import { View } from '../View';
import type { LibraryContext } from '@/lib/library/context';
import { BackupsSection } from './BackupsSection';
import { DailyListSection } from './DailyListSection';
import { ListingsSection } from './ListingsSection';
import { SettingsSection } from './SettingsSection';
import { StorageSection } from './StorageSection';

/** The settings view. */
export function SettingsView({ library }: { library: LibraryContext }) {
  return (
    <View title={i18n.t('settings.title')}>
      <div class="settings">
        <SettingsSection title={i18n.t('dailyFetch.title')}>
          <DailyListSection />
        </SettingsSection>
        <SettingsSection title={i18n.t('listingSettings.title')}>
          <ListingsSection />
        </SettingsSection>
        <SettingsSection title={i18n.t('backup.title')}>
          <BackupsSection library={library} />
        </SettingsSection>
        <SettingsSection title={i18n.t('settings.storage')}>
          <StorageSection library={library} />
        </SettingsSection>
      </div>
    </View>
  );
}
