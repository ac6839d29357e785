import { i18n } from '#i18n';
import type { PaperRow } from '@/lib/library/queries';
import { titleOf } from '@/lib/papers/paper';
import { PaperFacts } from '@/components/paper/PaperFacts';
import { PaperTitle } from '@/components/paper/PaperTitle';
import { DamagedMark } from '@/components/list/RowBoundary';
import { RowCheck } from '@/components/list/RowCheck';
import { timeAgo } from '@/components/format/format-time';

interface Props {
  row: PaperRow | undefined;
  /** ms since epoch. */
  now: number;
  selected: boolean;
  tabIndex: number;
  onSelect(selected: boolean, range: boolean): void;
  onRestore(): void;
}

/** A removed paper's facts, removal time and note. */
export function TrashRow({ row, now, selected, tabIndex, onSelect, onRestore }: Props) {
  if (row === undefined) return <div class="row-blank" />;
  const { paper, entry } = row;
  const title = titleOf(paper);
  const note = firstLine(entry?.note ?? '');
  return (
    <>
      <RowCheck
        label={i18n.t('library.select', [title])}
        selected={selected}
        tabIndex={tabIndex}
        onSelect={onSelect}
      />
      <div class="row-main trash-main">
        <PaperTitle paper={paper} tabIndex={tabIndex} />
        <PaperFacts paper={paper} entry={entry} showUpvotes={false} />
        {row.damaged && <DamagedMark />}
        <p class="trash-kept">
          {entry && (
            <time class="trash-when" dateTime={new Date(entry.removedAt).toISOString()}>
              {i18n.t('trash.removedAgo', [timeAgo(entry.removedAt, now)])}
            </time>
          )}
          {note !== '' && (
            <span class="trash-note">
              {i18n.t('trash.note')} <bdi>{note}</bdi>
            </span>
          )}
        </p>
      </div>
      <button
        type="button"
        class="ps-button trash-restore"
        tabIndex={tabIndex}
        aria-label={i18n.t('trash.restorePaper', [title])}
        onClick={onRestore}
      >
        {i18n.t('trash.restore')}
      </button>
    </>
  );
}

/** The first line, without leading Markdown marks. */
function firstLine(note: string): string {
  return note.replace(/^[\s#>*+-]+/, '').split('\n', 1)[0] ?? '';
}
