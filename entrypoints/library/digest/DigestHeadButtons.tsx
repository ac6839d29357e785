import { i18n } from '#i18n';

interface Props {
  /** Not handled yet. */
  left: number;
  /** Not dismissed; only these are exported. */
  kept: number;
  onMarkAllSeen(): void;
  onPrint(): void;
  onExport(): void;
}

export function DigestHeadButtons({ left, kept, onMarkAllSeen, onPrint, onExport }: Props) {
  return (
    <>
      <button
        type="button"
        class="ps-button"
        aria-disabled={left === 0}
        onClick={() => left > 0 && onMarkAllSeen()}
      >
        {i18n.t('digest.markAllSeen')}
      </button>
      <button type="button" class="ps-button" onClick={onPrint}>
        {i18n.t('digest.print')}
      </button>
      <button
        type="button"
        class="ps-button"
        aria-disabled={kept === 0}
        onClick={() => kept > 0 && onExport()}
      >
        {i18n.t('digest.export')}
      </button>
    </>
  );
}
