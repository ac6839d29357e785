import './import-view.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ChooseSource } from './ChooseSource';
import { EarlierImports } from './EarlierImports';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';
import { ImportResult } from './ImportResult';
import { placedProblems, problemsAsText } from './import-messages';
import type { ReadSource } from './read-source';
import { Unreadable } from './Unreadable';
import { useFileDrop } from './use-file-drop';
import { View } from '../View';
import { fullCount } from '@/components/format/format-count';
import { Notices } from '@/components/feedback/Notices';
import type { ImportSession, ImportState, Preview } from './import-session';
import { importedIds, showPapers } from './show-imported';
import { useImport } from './use-import';

/** Choose, preview, import, undo. */
export function ImportView() {
  const { state, session } = useImport();
  const { step, failure } = state;
  const isIdle = step.name === 'choose' || step.name === 'unreadable' || step.name === 'done';
  const dropping = useFileDrop(isIdle ? (files) => session.read(files) : undefined);
  return (
    <View
      title={i18n.t('import.title')}
      {...(step.name === 'choose' && { hint: i18n.t('import.hint') })}
      actions={<Actions step={step} session={session} />}
      notices={
        <Notices
          undo={undefined}
          failure={
            failure && {
              code: failure.code,
              onRetry: failure.retry,
              onDismiss: () => session.dismissFailure(),
            }
          }
          toast={cancelledMessage(state)}
        />
      }
    >
      <Step state={state} session={session} />
      {dropping && (
        <p class="import-dropping" aria-hidden="true">
          {i18n.t('import.dropNow')}
        </p>
      )}
    </View>
  );
}

interface Props {
  state: ImportState;
  session: ImportSession;
}

function Actions({ step, session }: { step: ImportState['step']; session: ImportSession }) {
  switch (step.name) {
    case 'preview': {
      const count = countTaken(step);
      return (
        <>
          <Restart session={session}>{i18n.t('import.chooseOther')}</Restart>
          {count.offered + count.dismissed > 0 && (
            <button
              type="button"
              class="ps-button ps-button-primary import-submit"
              disabled={count.taken + count.dismissed === 0}
              onClick={() => session.apply()}
            >
              {count.taken === 0 && count.dismissed > 0
                ? i18n.t('import.dismissPapers', count.dismissed, [fullCount(count.dismissed)])
                : i18n.t('import.importPapers', count.taken, [fullCount(count.taken)])}
            </button>
          )}
        </>
      );
    }
    case 'unreadable':
      return <Restart session={session}>{i18n.t('import.chooseOther')}</Restart>;
    case 'done':
      return <Restart session={session}>{i18n.t('import.importMore')}</Restart>;
    default:
      return null;
  }
}

function Restart({ session, children }: { session: ImportSession; children: ComponentChildren }) {
  return (
    <button type="button" class="ps-button" onClick={() => session.restart()}>
      {children}
    </button>
  );
}

function Step({ state: { step, made }, session }: Props) {
  const cancel = (): void => session.cancel();
  switch (step.name) {
    case 'choose':
      return (
        <>
          <ChooseSource
            onFiles={(files) => session.read(files)}
            onText={(text) => session.read(text)}
          />
          {made.length > 0 && (
            <EarlierImports imports={made} onUndo={(done) => session.undo(done)} />
          )}
        </>
      );
    case 'reading':
      return (
        <ImportProgress
          key="reading"
          label={i18n.t('import.readingFile', [step.source])}
          fraction={step.fraction}
          count={i18n.t('import.recordsSoFar', step.records, [fullCount(step.records)])}
          hint={i18n.t('import.nothingImportedYet')}
          onCancel={cancel}
        />
      );
    case 'comparing':
    case 'importing':
    case 'undoing':
      return <LongStep key={step.name} step={step} onCancel={cancel} />;
    case 'unreadable':
      return (
        <Unreadable
          sources={step.sources}
          problemCount={step.problemCount}
          onCopyProblems={() => copyProblems(step.sources)}
        />
      );
    case 'preview':
      return (
        <ImportPreview
          sources={step.sources}
          plan={step.plan}
          dismissed={step.dismissals.length}
          problemCount={step.problemCount}
          isExcluded={(id) => step.excluded.has(id)}
          onInclude={(ids, included) => session.include(ids, included)}
          onCopyProblems={() => copyProblems(step.sources)}
        />
      );
    case 'done':
      return (
        <ImportResult
          done={step.made}
          onUndo={() => session.undo(step.made)}
          onShow={() => showPapers(importedIds(step.made.outcome))}
        />
      );
  }
}

const LONG_STEPS = {
  comparing: { label: 'import.comparing', hint: 'import.nothingImportedYet' },
  importing: { label: 'import.importing', hint: 'import.cancelHint' },
  undoing: { label: 'import.undoing', hint: 'import.cancelHint' },
} as const;

interface LongStepProps {
  step: { name: keyof typeof LONG_STEPS; done: number; total: number };
  onCancel(): void;
}

function LongStep({ step: { name, done, total }, onCancel }: LongStepProps) {
  const { label, hint } = LONG_STEPS[name];
  return (
    <ImportProgress
      label={i18n.t(label)}
      fraction={total === 0 ? undefined : done / total}
      // Without papers, only dismissals are written: not counted.
      count={total === 0 ? '' : i18n.t('work.progress', [fullCount(done), fullCount(total)])}
      hint={i18n.t(hint)}
      onCancel={onCancel}
    />
  );
}

interface TakenCount {
  /** Papers the import can change. */
  offered: number;
  /** Offered, not excluded. */
  taken: number;
  dismissed: number;
}

function countTaken({ plan, excluded, dismissals }: Preview): TakenCount {
  const offered = plan.filter(({ kind }) => kind !== 'unchanged');
  return {
    offered: offered.length,
    taken: offered.filter(({ paper }) => !excluded.has(paper.id)).length,
    dismissed: dismissals.length,
  };
}

function cancelledMessage({ cancelled }: ImportState): string | undefined {
  if (cancelled === undefined) return undefined;
  return cancelled === 'writing'
    ? i18n.t('import.cancelledWriting')
    : i18n.t('import.cancelledReading');
}

function copyProblems(sources: readonly ReadSource[]): Promise<void> {
  return navigator.clipboard.writeText(problemsAsText(placedProblems(sources)));
}
