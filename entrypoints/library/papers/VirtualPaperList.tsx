import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PaperRow } from '@/lib/library/queries';
import { isSaved } from '@/lib/papers/entry';
import { keysPressed } from '@/lib/keyboard/keys-pressed';
import { titleOf } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { paperHash } from '@/components/format/paper-address';
import { PaperFacts } from '@/components/paper/PaperFacts';
import { PaperTitle } from '@/components/paper/PaperTitle';
import { RovingList, type RowSelection } from '@/components/list/RovingList';
import { DamagedMark } from '@/components/list/RowBoundary';
import { RowCheck } from '@/components/list/RowCheck';
import { RowExcerpt, type RowMarks } from '@/components/paper/RowExcerpt';
import { Upvotes } from '@/components/paper/Upvotes';
import { usePageKeys } from '@/components/hooks/use-page-keys';
import { useRovingRows } from '@/components/list/use-roving-rows';

/** With a one-line title, px. */
const ROW_HEIGHT = { comfortable: 64, compact: 38 };

interface Props extends RowSelection<PaperId> {
  ids: readonly PaperId[];
  /** Undefined until read. */
  rowOf(id: PaperId): PaperRow | undefined;
  /** Known before the row: fast scrolling shows no blanks. */
  titleOf(id: PaperId): string | undefined;
  /** Rows in or near the viewport; `end` is exclusive. */
  onRange(start: number, end: number): void;
  open: PaperId | undefined;
  marks: RowMarks | undefined;
  density: 'comfortable' | 'compact';
}

/**
 * A virtual list with checkboxes. One row is a tab stop; arrow keys, j and k move it; j and k
 * return to it from anywhere on the page.
 */
export function VirtualPaperList(props: Props) {
  const { ids, rowOf, open, isSelected, onSelect, density } = props;
  const roving = useRovingRows({
    keys: ids,
    estimate: ROW_HEIGHT[density],
    target: '.row-title a',
  });
  const { virtual, current } = roving;
  // Heights depend on the density.
  useLayoutEffect(() => virtual.measure(), [virtual, density]);

  // Keys start at the open paper; scroll to it once.
  const shown = useRef<PaperId>(undefined);
  useLayoutEffect(() => {
    if (open === undefined || open === shown.current || !ids.includes(open)) return;
    shown.current = open;
    roving.show(open);
  });

  const onKey = (event: KeyboardEvent, index: number, id: PaperId): void => {
    const { key } = event;
    if (event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      onSelect(index, true, false);
      onSelect(index + (key === 'ArrowDown' ? 1 : -1), true, true);
    } else if (keysPressed(event).includes('o')) {
      location.hash = paperHash(id);
    }
  };
  const comeBack = (): void => {
    const id = ids[current];
    if (id !== undefined) roving.seek(id);
  };
  usePageKeys({ j: comeBack, k: comeBack });

  return (
    <RovingList
      roving={roving}
      keys={ids}
      label={i18n.t('library.list')}
      class={`list list-${density}`}
      selection={props}
      onKey={onKey}
      onRange={props.onRange}
      rowProps={(_, id) => ({ class: id === open ? 'row row-open' : 'row' })}
    >
      {(index, isCurrent, id) => (
        <Row
          row={rowOf(id)}
          title={props.titleOf(id)}
          marks={props.marks}
          selected={isSelected(id)}
          tabIndex={isCurrent ? 0 : -1}
          onSelect={(selected, range) => onSelect(index, selected, range)}
        />
      )}
    </RovingList>
  );
}

interface RowProps {
  row: PaperRow | undefined;
  title: string | undefined;
  marks: RowMarks | undefined;
  selected: boolean;
  tabIndex: number;
  onSelect(selected: boolean, range: boolean): void;
}

function Row({ row, title, marks, selected, tabIndex, onSelect }: RowProps) {
  if (row === undefined) {
    return title === undefined ? (
      <div class="row-blank" />
    ) : (
      <p class="row-title row-early" dir="auto">
        {title}
      </p>
    );
  }
  const { paper, entry } = row;
  return (
    <>
      <RowCheck
        label={i18n.t('library.select', [titleOf(paper)])}
        selected={selected}
        tabIndex={tabIndex}
        onSelect={onSelect}
      />
      <div class="row-main">
        <PaperTitle paper={paper} tabIndex={tabIndex} pieces={marks?.title(paper)} />
        <PaperFacts
          paper={paper}
          entry={isSaved(entry) ? entry : undefined}
          showUpvotes={false}
          marks={marks}
        />
        {row.damaged && <DamagedMark />}
        <RowExcerpt pieces={marks?.excerpt(row)} />
      </div>
      {paper.upvotes !== undefined && (
        <div class="row-upvotes">
          <Upvotes count={paper.upvotes} />
        </div>
      )}
    </>
  );
}
