import './import-result.css';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import type { PlanKind } from './import-messages';
import { StepHeading } from './StepHeading';

export interface ImportDone {
  /** ms since epoch. */
  at: number;
  /** The source: `refs.bib`. */
  from: string;
  counts: Readonly<Record<PlanKind, number>>;
  /** Newly dismissed. */
  dismissed: number;
  /** Excluded by the reader. */
  excluded: number;
  problemCount: number;
  undone: boolean;
}

/** A short result; counts dismissals only without papers. */
export function doneMessage(done: ImportDone): string {
  const { dismissed } = done;
  const count = importedCount(done);
  if (count > 0) return i18n.t('import.done', count, [fullCount(count)]);
  return dismissed > 0
    ? i18n.t('selection.dismissed', dismissed, [fullCount(dismissed)])
    : i18n.t('import.doneNothing');
}

interface Props {
  done: ImportDone;
  onUndo(): void;
  onShow(): void;
}

/** The result, Undo, and a link to the papers. */
export function ImportResult({ done, onUndo, onShow }: Props) {
  const count = importedCount(done);
  return (
    <div class="import-step">
      <StepHeading key={String(done.undone)}>
        {done.undone ? i18n.t('import.undone') : doneMessage(done)}
      </StepHeading>
      {done.undone ? (
        <p class="ps-quiet">{i18n.t('import.undoneHint')}</p>
      ) : (
        <Account done={done} />
      )}
      {!done.undone && count + done.dismissed > 0 && (
        <>
          <div class="import-result-actions">
            {count > 0 && (
              <button type="button" class="ps-button ps-button-primary" onClick={onShow}>
                {i18n.t('import.showInLibrary')}
              </button>
            )}
            <button type="button" class="ps-button" onClick={onUndo}>
              {i18n.t('import.undo')}
            </button>
          </div>
          <p class="import-small">{i18n.t('import.undoHint')}</p>
        </>
      )}
    </div>
  );
}

function importedCount({ counts }: ImportDone): number {
  return counts.new + counts.merges + counts['in-trash'];
}

function Account({ done }: { done: ImportDone }) {
  const { from, counts, dismissed, excluded, problemCount } = done;
  const lines = [
    { label: i18n.t('import.groups.new'), count: counts.new },
    { label: i18n.t('import.groups.merges'), count: counts.merges },
    { label: i18n.t('import.restored'), count: counts['in-trash'] },
    { label: i18n.t('import.groups.unchanged'), count: counts.unchanged },
    { label: i18n.t('import.dismissed'), count: dismissed },
    { label: i18n.t('import.excluded'), count: excluded },
    { label: i18n.t('import.notRead'), count: problemCount },
  ];
  return (
    <>
      <p class="ps-quiet">{i18n.t('import.doneFrom', [from])}</p>
      <dl class="import-account">
        {lines
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fullCount(count)}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
