import './import-preview.css';
import { i18n } from '#i18n';
import { ProblemList } from './ProblemList';
import type { ReadSource } from './read-source';
import { StepHeading } from './StepHeading';

interface Props {
  sources: readonly ReadSource[];
  problemCount: number;
  onCopyProblems(): Promise<void>;
}

/** Shows why no paper was readable. */
export function Unreadable({ sources, problemCount, onCopyProblems }: Props) {
  return (
    <div class="import-preview">
      <div class="import-summary">
        <StepHeading>{i18n.t('import.unreadable')}</StepHeading>
      </div>
      <div class="tab-panel">
        <ProblemList
          sources={sources}
          count={problemCount}
          hint={i18n.t('import.unreadableHint')}
          onCopy={onCopyProblems}
        />
      </div>
    </div>
  );
}
