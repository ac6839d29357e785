import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isSaved, type Entry } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { listStep } from './list-keys';
import { paperHash } from './paper-address';
import { PaperFacts } from './PaperFacts';
import { PaperTitle } from './PaperTitle';
import { Upvotes } from './Upvotes';
import { useVirtualRows } from './use-virtual-rows';

/** Height of a row with one line of title, px. */
const ROW_HEIGHT = 64;

export interface ListedPaper {
  paper: Paper;
  entry: Entry | undefined;
}

interface Props {
  ids: readonly PaperId[];
  /** The row of a paper, undefined while it is not read. */
  rowOf(id: PaperId): ListedPaper | undefined;
  /** The rows from `start` to `end` (exclusive) are in view, or near it. */
  onRange(start: number, end: number): void;
  open: PaperId | undefined;
  isSelected(id: PaperId): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
}

/** A list of any length, with a checkbox a row. One row is a tab stop; arrow keys, j and k move it. */
export function VirtualPaperList({ ids, rowOf, onRange, open, isSelected, onSelect }: Props) {
  const [current, setCurrent] = useState(0);
  /** Where the keys moved to while the focus has not followed: they come faster than drawing. */
  const movingTo = useRef<number>(undefined);
  const keyOf = useCallback((index: number) => ids[index] ?? String(index), [ids]);
  const { scroller, virtual } = useVirtualRows({
    count: ids.length,
    estimate: ROW_HEIGHT,
    keyOf,
    keep: current,
  });
  const list = useRef<HTMLUListElement>(null);
  const items = virtual.getVirtualItems();
  const inView = virtual.range;
  const first = inView?.startIndex ?? 0;
  const last = inView?.endIndex ?? 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when the range changes, not its hearer
  useLayoutEffect(() => onRange(first, last + 1), [first, last, ids]);

  // The open paper is where the keys begin, and is brought into view, once.
  const sought = useRef<PaperId>(undefined);
  useLayoutEffect(() => {
    const index = open === undefined || open === sought.current ? -1 : ids.indexOf(open);
    if (index < 0) return;
    sought.current = open;
    setCurrent(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [open, ids, virtual]);
  // The row moved to may be drawn only after the scrolling.
  useLayoutEffect(() => {
    if (movingTo.current !== current) return;
    const title = titleAt(list.current, current);
    if (title === null) return;
    title.focus({ preventScroll: true });
  }, [current, items, rowOf]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = movingTo.current ?? indexOf(event.target);
    const id = at === undefined ? undefined : ids[at];
    if (at === undefined || id === undefined) return;
    const step = listStep(event);
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(at + step, 0), ids.length - 1);
      movingTo.current = next;
      setCurrent(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'x') {
      onSelect(at, !isSelected(id), false);
    } else if (event.key === 'Enter' && movingTo.current !== undefined) {
      event.preventDefault();
      location.hash = paperHash(id);
    }
  };

  return (
    <div ref={scroller} class="list">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its links' */}
      <ul
        ref={list}
        class="virtual"
        aria-label={i18n.t('library.list')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          movingTo.current = undefined;
          setCurrent(indexOf(event.target) ?? current);
        }}
      >
        {items.map(({ index, start, key }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              class={id === open ? 'row row-open' : 'row'}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row
                row={rowOf(id)}
                selected={isSelected(id)}
                tabIndex={index === current ? 0 : -1}
                onSelect={(selected, range) => onSelect(index, selected, range)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps {
  row: ListedPaper | undefined;
  selected: boolean;
  tabIndex: number;
  onSelect(selected: boolean, range: boolean): void;
}

function Row({ row, selected, tabIndex, onSelect }: RowProps) {
  if (row === undefined) return <div class="row-blank" />;
  const { paper, entry } = row;
  return (
    <>
      <label class="row-check">
        <input
          type="checkbox"
          checked={selected}
          tabIndex={tabIndex}
          aria-label={i18n.t('library.select', [titleOf(paper)])}
          onClick={(event) => onSelect(event.currentTarget.checked, event.shiftKey)}
        />
      </label>
      <div class="row-main">
        <PaperTitle paper={paper} tabIndex={tabIndex} />
        <PaperFacts paper={paper} entry={isSaved(entry) ? entry : undefined} showUpvotes={false} />
      </div>
      {paper.upvotes !== undefined && (
        <div class="row-upvotes">
          <Upvotes count={paper.upvotes} />
        </div>
      )}
    </>
  );
}

function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}

function titleAt(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${index}"] .row-title a`) ?? null;
}
