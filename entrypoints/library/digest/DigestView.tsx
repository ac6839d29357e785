import './digest-view.css';
import './digest-print.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DigestBar } from './DigestBar';
import { DigestDays } from './DigestDays';
import { DigestHeadButtons } from './DigestHeadButtons';
import { KeysSheet } from '../KeysSheet';
import { View } from '../View';
import { Notices } from '@/components/feedback/Notices';
import { sinceWhen } from '@/components/format/format-since';
import { longDay } from '@/components/format/format-time';
import { useOpenPaper } from '@/components/paper/use-open-paper';
import { usePaperActions } from '@/lib/pages/actions/use-paper-actions';
import { usePage } from '@/lib/pages/page-context';
import type { DigestList } from '@/lib/library/digest/digest-list';
import {
  DEFAULT_DIGEST_PERIOD,
  DIGEST_ORDERS,
  digestDays,
  firstDays,
  type DigestPeriod,
} from '@/lib/papers/digest';
import { OpenPaperPane } from '../papers/OpenPaperPane';
import { viewHash } from '../route';
import { useLocalStorageChoice } from '../use-local-storage-choice';
import { useIsNarrow } from '../use-is-narrow';
import { listedDigestKeys } from './digest-keys';
import { DailyListOffer, DigestEmpty } from './DigestEmpty';
import { useDigest } from './use-digest';
import { useDigestChanges } from './use-digest-changes';
import { useDigestExport } from './use-digest-export';
import { useDigestKeys } from './use-digest-keys';
import { useDigestPeriod } from './use-digest-period';
import { useDigestRows } from './use-digest-rows';
import { useLatest } from '@/components/hooks/use-latest';

/** Draws whole days of about this many papers at once. */
const MOST_AT_ONCE = 300;

/** px. Keep in sync with digest-view.css. */
const LIST_AND_PAPER = 1080;

/** Missed papers by day, to save, tag, dismiss, print or export. */
export function DigestView() {
  const { library, tasks, undoOffers } = usePage();
  const [period, setPeriod] = useDigestPeriod();
  const [order, setOrder] = useLocalStorageChoice('digest-order', DIGEST_ORDERS, 'upvotes');
  const { list, statusOf, showMarks, arrived, readAgain } = useDigest(period);
  const [most, setMost] = useState(MOST_AT_ONCE);
  const days = useMemo(() => digestDays(list?.papers ?? [], order), [list, order]);
  const items = useMemo(() => days.flatMap(({ papers }) => papers), [days]);
  const shownDays = useMemo(() => firstDays(days, most), [days, most]);
  const ids = useMemo(
    () => shownDays.flatMap(({ papers }) => papers.map(({ paper }) => paper.id)),
    [shownDays],
  );
  const left = items.map(({ paper }) => paper.id).filter((id) => !statusOf(id).handled);
  const { actions, failure } = usePaperActions();
  const changes = useDigestChanges(actions, showMarks);
  const exporting = useDigestExport();
  const open = useOpenPaper('digest');
  const root = useRef<HTMLDivElement>(null);
  const rows = useDigestRows(root, ids, open);
  const covered = useIsNarrow(LIST_AND_PAPER) && open !== undefined;
  const [sheet, setSheet] = useState(false);

  const close = (): void => {
    location.hash = viewHash('digest');
  };
  const undo = useLatest(undoOffers.undo);
  const { keys, tagging, setTagging, wanted } = useDigestKeys({
    rows,
    paperOf: (id) => items.find(({ paper }) => paper.id === id)?.paper,
    isSaved: (id) => statusOf(id).saved,
    changes,
    open,
    noteOf: (id) => statusOf(id).entry?.note ?? '',
    edit: (id, edit) => actions.edit({ id }, edit),
    async onUndo() {
      // The running task is the latest: wait for its offer.
      await tasks.ended();
      undo.current?.onUndo();
    },
    onClose: close,
    onHelp: () => setSheet(true),
  });
  const kept = items.filter(({ paper }) => !statusOf(paper.id).dismissed);

  useEffect(() => {
    if (open !== undefined) changes.noteSeen([open]);
  }, [open, changes]);

  const exportShown = (): void => {
    if (list !== undefined) exporting.exportDigest(digestDays(kept, order), list.since);
  };
  return (
    <div class={open === undefined ? 'digest' : 'digest digest-with-paper'}>
      <View
        title={i18n.t('digest.title')}
        hint={
          list === undefined || period === undefined ? '' : periodLabel(period, list, library.now())
        }
        actions={
          items.length > 0 && (
            <DigestHeadButtons
              left={left.length}
              kept={kept.length}
              onMarkAllSeen={() => changes.markSeen(left)}
              onPrint={() => print()}
              onExport={exportShown}
            />
          )
        }
        notices={
          <Notices
            undo={undefined}
            failure={failure}
            toast={undoOffers.undo === undefined ? exporting.toast : undefined}
          />
        }
      >
        <div ref={root} class="view-fill digest-list">
          <DigestBar
            shown={list && items.length}
            left={left.length}
            arrived={arrived}
            onShowArrived={readAgain}
            period={period ?? DEFAULT_DIGEST_PERIOD}
            onPeriod={setPeriod}
            order={order}
            onOrder={setOrder}
            onKeys={() => setSheet(true)}
          />
          <div class="digest-days">
            <DigestDays
              days={shownDays}
              statusOf={statusOf}
              open={open}
              actions={changes}
              tagging={tagging}
              onTagging={setTagging}
            />
            {shownDays.length < days.length && (
              <button
                type="button"
                class="ps-button digest-earlier"
                onClick={() => setMost(most + MOST_AT_ONCE)}
              >
                {i18n.t('digest.earlier')}
              </button>
            )}
            {items.length > 0 && kept.length === 0 && (
              <p class="digest-none-kept">{i18n.t('digest.allDismissed')}</p>
            )}
            {items.length > 0 && <DailyListOffer />}
            {list && items.length === 0 && <DigestEmpty visited={list.visitedAt !== null} />}
          </div>
        </div>
      </View>
      <OpenPaperPane
        open={open}
        narrow={covered}
        actions={actions}
        exporting={undefined}
        wanted={wanted}
        notices={null}
        onBack={close}
      />
      {sheet && keys && (
        <KeysSheet listed={listedDigestKeys(keys)} onClose={() => setSheet(false)} />
      )}
    </div>
  );
}

function periodLabel(period: DigestPeriod, { visitedAt, since }: DigestList, now: number): string {
  return period === 'last-visit' && visitedAt !== null
    ? i18n.t('digest.sinceVisit', [sinceWhen(visitedAt, now)])
    : i18n.t('digest.sinceDay', [longDay(since)]);
}
