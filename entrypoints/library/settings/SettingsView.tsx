import './settings-view.css';
import { i18n } from '#i18n';
import { View } from '../View';
import { BackupsSection } from './BackupsSection';
import { DailyListSection } from './DailyListSection';
import { DamagedSection } from './DamagedSection';
import { ListingsSection } from './ListingsSection';
import { SettingsSection } from './SettingsSection';
import { StorageSection } from './StorageSection';

export function SettingsView() {
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
          <BackupsSection />
        </SettingsSection>
        <SettingsSection title={i18n.t('settings.storage')}>
          <StorageSection />
          <DamagedSection />
        </SettingsSection>
      </div>
    </View>
  );
}
