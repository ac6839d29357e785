import { i18n } from '#i18n';
import { useState } from 'preact/hooks';
import type { BulkCardChange, BulkCardUndo } from '@/lib/library/entries/bulk-card-changes';
import { sendMessage } from '@/lib/messaging/client';
import type { FrameView, FromFrame } from '@/lib/messaging/frame';
import { download } from '@/lib/shared/download';
import { asFailure } from '@/lib/shared/failure';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { FailureMessage } from '@/components/feedback/FailureMessage';
import { BULK_UNDO_DURATION, TOAST_DURATION } from '@/components/feedback/notice-times';
import { NoticeBar } from '@/components/feedback/NoticeBar';
import { useFailure } from '@/components/feedback/use-failure';
import { BulkMenu } from './BulkMenu';
import type { Writes } from './writes';

interface Props {
  view: Exclude<FrameView, { kind: 'panel' }>;
  hasFocus: boolean;
  typedAhead: string;
  /** Undoes the change, for the key. */
  undo: { current: (() => void) | undefined };
  writes: Writes;
  send: (message: FromFrame) => void;
}

interface Result {
  message: string;
  /** Time shown, ms. */
  duration: number | undefined;
  undo: (() => void) | undefined;
}

/** A bulk action's menu, then its result. */
export function BulkPanel({ view, hasFocus, typedAhead, undo, writes, send }: Props) {
  const { papers } = view;
  const [result, setResult] = useState<Result>();
  const [isChosen, setIsChosen] = useState(false);
  const { failure, attempt } = useFailure();
  const close = () => send({ kind: 'close', anyway: false });

  function run(work: () => Promise<Result | undefined>): void {
    setIsChosen(true);
    send({ kind: 'result', canUndo: false });
    void attempt(async () => {
      const done = await writes.track(work()).catch((error: unknown) => {
        if (asFailure(error).code !== 'outdated-page') throw error;
        // The page reports it.
        return undefined;
      });
      undo.current = done?.undo;
      setResult(done);
      if (done === undefined) close();
      else send({ kind: 'result', canUndo: done.undo !== undefined });
    });
  }

  function change(change: BulkCardChange): void {
    // The same for every retry: the background deduplicates.
    const payload = { papers, change, at: Date.now() };
    run(async () => {
      const { states, count, undo } = await sendMessage('listing.change', payload);
      send({ kind: 'states', states });
      return {
        message: count === 0 ? i18n.t('selection.unchanged') : changeMessage(change, count),
        duration: count > 1 ? BULK_UNDO_DURATION : undefined,
        undo: undo ? () => run(() => undoChange(undo)) : undefined,
      };
    });
  }

  async function undoChange(undo: BulkCardUndo): Promise<undefined> {
    send({ kind: 'states', states: await sendMessage('listing.undo-change', { undo }) });
  }

  function exportAs(format: string): void {
    run(async () => {
      const paperIds = papers.map(({ id }) => id);
      const { name, mime, text, label } = await sendMessage('papers.export', { paperIds, format });
      // Of the extension's origin, unreadable to the site.
      download(name, mime, text);
      const count = papers.length;
      return {
        message: i18n.t('export.done', count, [fullCount(count), label]),
        duration: TOAST_DURATION,
        undo: undefined,
      };
    });
  }

  if (failure) {
    return <FailureMessage code={failure.code} onRetry={failure.onRetry} onDismiss={close} />;
  }
  if (result !== undefined) {
    return (
      <NoticeBar
        of={result}
        message={result.message}
        duration={result.duration}
        onUndo={result.undo}
        onDone={close}
      />
    );
  }
  if (isChosen) return null;
  return (
    <BulkMenu
      view={view}
      hasFocus={hasFocus}
      typedAhead={typedAhead}
      onChange={change}
      onExport={exportAs}
      onClose={close}
    />
  );
}
