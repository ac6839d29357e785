import '@/components/list/list.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { isSaved } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { listStep } from '@/lib/keyboard/list-keys';
import { DamagedMark, RowBoundary } from '@/components/list/RowBoundary';
import { paperHash } from '@/components/format/paper-address';
import type { PaperRow } from '@/lib/library/queries';
import { PaperFacts } from '@/components/paper/PaperFacts';
import { PaperTitle } from '@/components/paper/PaperTitle';
import { RowExcerpt, type RowMarks } from '@/components/paper/RowExcerpt';
import { SaveButton } from '@/components/paper/SaveButton';

/** Distance from the end that loads more, px. */
const NEAR_END = 800;

interface Props {
  rows: readonly PaperRow[];
  newIds?: ReadonlySet<PaperId>;
  marks?: RowMarks | undefined;
  onNearEnd(): void;
  /** Like `onRemove`, resolves to whether it was stored. */
  onSave(paper: Paper): Promise<boolean>;
  onRemove(paper: Paper): Promise<boolean>;
  /** Above the first row. */
  children?: ComponentChildren;
}

/** Papers, each with a save button. */
export function PaperList({ rows, newIds, marks, onNearEnd, onSave, onRemove, children }: Props) {
  return (
    <div
      class="list"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        if (scrollHeight - scrollTop - clientHeight < NEAR_END) onNearEnd();
      }}
    >
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its links' */}
      <ul aria-label={i18n.t('library.list')} onKeyDown={moveByKeys}>
        {rows.map((row) => {
          const { paper, entry } = row;
          const saved = isSaved(entry);
          return (
            <li key={paper.id} class="row popup-row">
              <RowBoundary name={paper.id} href={paperHash(paper.id)}>
                <PaperTitle paper={paper} pieces={marks?.title(paper)} />
                <SaveButton
                  title={titleOf(paper)}
                  saved={saved}
                  onToggle={(wanted) => (wanted ? onSave(paper) : onRemove(paper))}
                />
                <PaperFacts
                  paper={paper}
                  entry={saved ? entry : undefined}
                  isNew={newIds?.has(paper.id) ?? false}
                  marks={marks}
                />
                {row.damaged && <DamagedMark />}
                <RowExcerpt pieces={marks?.excerpt(row)} />
              </RowBoundary>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function moveByKeys(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = listStep(event);
  if (step === undefined) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-title a')];
  const row = event.target instanceof Element ? event.target.closest('.row') : null;
  const at = titles.findIndex((title) => row?.contains(title));
  event.preventDefault();
  titles[Math.min(Math.max(at + step, 0), titles.length - 1)]?.focus();
}
