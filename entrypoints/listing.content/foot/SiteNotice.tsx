import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { FACT_ORDER, factLabel } from '@/components/format/fact-labels';
import type { SiteChange } from '@/lib/papers/reading-health';

interface Props {
  change: SiteChange;
  onDone: () => void;
}

/** Says what a changed site no longer gives; shows a report before copying. */
export function SiteNotice({ change, onDone }: Props) {
  const [shown, setShown] = useState(false);
  const { cardsFound, cardsRead, missing } = change;
  const isUnread = cardsRead * 2 < cardsFound;
  const labels = FACT_ORDER.filter((fact) => missing.includes(fact)).map(factLabel);
  const lost = [...(isUnread ? [i18n.t('siteChange.unread')] : []), ...labels].join(', ');
  const report = reportOf(change);
  return (
    <div class="ps-site" role="status">
      <p>{i18n.t('siteChange.message', [lost])}</p>
      {shown && <pre>{report}</pre>}
      {shown ? (
        <button
          type="button"
          class="ps-button"
          onClick={() => void navigator.clipboard.writeText(report)}
        >
          {i18n.t('siteChange.copy')}
        </button>
      ) : (
        <button type="button" class="ps-button" onClick={() => setShown(true)}>
          {i18n.t('siteChange.show')}
        </button>
      )}
      <button type="button" class="ps-text-button" onClick={onDone}>
        {i18n.t('siteChange.hide')}
      </button>
    </div>
  );
}

/** Nothing of the reader's: no title, search, name. */
function reportOf({ cardsFound, cardsRead, missing }: SiteChange): string {
  return [
    `Papershelf ${browser.runtime.getManifest().version}`,
    `Site: ${location.origin}`,
    `Papers found: ${cardsFound}`,
    `Papers recognized: ${cardsRead}`,
    `Missing on most: ${missing.join(', ') || '–'}`,
  ].join('\n');
}
