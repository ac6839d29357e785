import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { FACT_ORDER, factLabel } from '@/components/format/fact-labels';
import type { SiteChange } from '@/lib/papers/reading-health';

interface Props {
  change: SiteChange;
  onHide: () => void;
}

/** What is missing, what still works, and a report to copy. */
export function SiteDetails({ change, onHide }: Props) {
  const id = useId();
  const copyButton = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => copyButton.current?.focus(), []);
  const { cardsFound, cardsRead, missing } = change;
  const isUnread = cardsRead * 2 < cardsFound;
  const labels = FACT_ORDER.filter((fact) => missing.includes(fact)).map(factLabel);
  const lost = [...(isUnread ? [i18n.t('siteChange.unread')] : []), ...labels].join(', ');
  const report = reportOf(change);
  const copy = (): void => {
    navigator.clipboard.writeText(report).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div
      class="ps-menu ps-site-details"
      role="dialog"
      aria-label={i18n.t('siteChange.title')}
      aria-describedby={id}
    >
      <p id={id}>{i18n.t('siteChange.message', [lost])}</p>
      <p>{i18n.t('siteChange.report')}</p>
      <pre>{report}</pre>
      <div>
        <button ref={copyButton} type="button" class="ps-button" onClick={copy}>
          {i18n.t('siteChange.copy')}
        </button>
        <button type="button" class="ps-text-button" onClick={onHide}>
          {i18n.t('siteChange.hide')}
        </button>
        <span role="status">
          {copied !== undefined && i18n.t(copied ? 'siteChange.copied' : 'siteChange.notCopied')}
        </span>
      </div>
    </div>
  );
}

/** Nothing of the reader's: no title, search or name. */
function reportOf({ cardsFound, cardsRead, missing }: SiteChange): string {
  return [
    `Papershelf ${browser.runtime.getManifest().version}`,
    `Site: ${location.origin}`,
    `Papers found: ${cardsFound}`,
    `Papers recognized: ${cardsRead}`,
    `Missing on most: ${missing.join(', ') || '–'}`,
  ].join('\n');
}
