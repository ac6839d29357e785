import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isSaved, type Entry } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { isTyping } from './is-typing';
import { listStep } from './list-keys';
import { paperHash } from './paper-address';
import { PaperFacts } from './PaperFacts';
import { PaperTitle } from './PaperTitle';
import { RowExcerpt, type RowMarks } from './RowExcerpt';
import { Upvotes } from './Upvotes';
import { useVirtualRows } from './use-virtual-rows';

/** Height of a row with one line of title, px. */
const ROW_HEIGHT = { comfortable: 64, compact: 38 };

export interface ListedPaper {
  paper: Paper;
  entry: Entry | undefined;
}

interface Props {
  ids: readonly PaperId[];
  /** The row of a paper, undefined while it is not read. */
  rowOf(id: PaperId): ListedPaper | undefined;
  /** Its title, known before the row is, so that fast scrolling shows no blanks. */
  titleOf(id: PaperId): string | undefined;
  /** The rows from `start` to `end` (exclusive) are in view, or near it. */
  onRange(start: number, end: number): void;
  open: PaperId | undefined;
  /** The row that the keys act on. */
  current: number;
  onCurrent(index: number): void;
  isSelected(id: PaperId): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
  marks: RowMarks | undefined;
  density: 'comfortable' | 'compact';
}

/** A list of any length, with a checkbox a row. One row is a tab stop; arrow keys, j and k move it. */
export function VirtualPaperList(props: Props) {
  const { ids, rowOf, onRange, open, current, onCurrent, isSelected, onSelect, density } = props;
  /** Where the keys moved to while the focus has not followed: they come faster than drawing. */
  const movingTo = useRef<number>(undefined);
  const keyOf = useCallback((index: number) => ids[index] ?? String(index), [ids]);
  const { scroller, virtual } = useVirtualRows({
    count: ids.length,
    estimate: ROW_HEIGHT[density],
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
  // Rows of another density have other heights.
  useLayoutEffect(() => virtual.measure(), [virtual, density]);

  // The open paper is where the keys begin, and is brought into view, once.
  const sought = useRef<PaperId>(undefined);
  useLayoutEffect(() => {
    const index = open === undefined || open === sought.current ? -1 : ids.indexOf(open);
    if (index < 0) return;
    sought.current = open;
    onCurrent(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [open, ids, virtual, onCurrent]);
  // The row moved to may be drawn only after the scrolling.
  useLayoutEffect(() => {
    if (movingTo.current !== current) return;
    const title = titleAt(list.current, current);
    if (title === null) return;
    title.focus({ preventScroll: true });
  }, [current, items, rowOf]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || isInDialog(event.target)) return;
    const inList = event.target instanceof Node && list.current?.contains(event.target) === true;
    // Elsewhere the arrows and Enter are of what has the focus; letters are ours.
    if (!inList && event.key.length > 1) return;
    const at = movingTo.current ?? (inList ? (indexOf(event.target) ?? current) : current);
    const id = ids[at];
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = listStep(event);
    if (step !== undefined) {
      event.preventDefault();
      // The first key brings the focus into the list, to where it was.
      const next = inList || movingTo.current !== undefined ? at + step : at;
      const to = Math.min(Math.max(next, 0), ids.length - 1);
      movingTo.current = to;
      onCurrent(to);
      virtual.scrollToIndex(to, { align: 'auto' });
      if (event.shiftKey && event.key.startsWith('Arrow')) {
        onSelect(at, true, false);
        onSelect(to, true, true);
      }
    } else if (event.key === 'x' || event.key === 'X') {
      onSelect(at, !isSelected(id), event.key === 'X');
    } else if (event.key === 'o' || (event.key === 'Enter' && movingTo.current !== undefined)) {
      event.preventDefault();
      location.hash = paperHash(id);
    }
  };
  const keys = useRef(onKeyDown);
  keys.current = onKeyDown;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => keys.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  return (
    <div ref={scroller} class={`list list-${density}`}>
      <ul
        ref={list}
        class="virtual"
        aria-label={i18n.t('library.list')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onFocusIn={(event) => {
          movingTo.current = undefined;
          const index = indexOf(event.target);
          if (index !== undefined && index !== current) onCurrent(index);
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
                title={props.titleOf(id)}
                marks={props.marks}
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
        <PaperTitle paper={paper} tabIndex={tabIndex} pieces={marks?.title(paper)} />
        <PaperFacts paper={paper} entry={isSaved(entry) ? entry : undefined} showUpvotes={false} />
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

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role=dialog], [role=menu]') !== null;
}

function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset['index']);
}

function titleAt(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${index}"] .row-title a`) ?? null;
}
