import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isSaved, type Entry } from '@/lib/papers/entry';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { isInBox } from './is-in-box';
import { isTyping } from './is-typing';
import { paperHash } from './paper-address';
import { PaperFacts } from './PaperFacts';
import { PaperTitle } from './PaperTitle';
import { RowExcerpt, type RowMarks } from './RowExcerpt';
import { Upvotes } from './Upvotes';
import { useRovingRows } from './use-roving-rows';

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
  isSelected(id: PaperId): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
  marks: RowMarks | undefined;
  density: 'comfortable' | 'compact';
}

/**
 * A list of any length, with a checkbox a row. One row is a tab stop; arrow keys, j and k move it,
 * and j and k come back to it from anywhere in the page.
 */
export function VirtualPaperList(props: Props) {
  const { ids, rowOf, onRange, open, isSelected, onSelect, density } = props;
  const roving = useRovingRows({
    keys: ids,
    estimate: ROW_HEIGHT[density],
    target: '.row-title a',
  });
  const { scroller, list, virtual, current } = roving;
  const inView = virtual.range;
  const first = inView?.startIndex ?? 0;
  const last = inView?.endIndex ?? 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when the range changes, not its hearer
  useLayoutEffect(() => onRange(first, last + 1), [first, last, ids]);
  // Rows of another density have other heights.
  useLayoutEffect(() => virtual.measure(), [virtual, density]);

  // The open paper is where the keys begin, and is brought into view, once.
  const shown = useRef<PaperId>(undefined);
  useLayoutEffect(() => {
    if (open === undefined || open === shown.current || !ids.includes(open)) return;
    shown.current = open;
    roving.show(open);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = roving.rowOf(event.target);
    const id = at === undefined ? undefined : ids[at];
    if (roving.onKeyDown(event)) {
      if (event.shiftKey && at !== undefined && event.key.startsWith('Arrow')) {
        onSelect(at, true, false);
        onSelect(at + (event.key === 'ArrowDown' ? 1 : -1), true, true);
      }
    } else if (at === undefined || id === undefined || isTyping(event.target)) {
      return;
    } else if (event.key === 'x' || event.key === 'X') {
      onSelect(at, !isSelected(id), event.key === 'X');
    } else if (event.key === 'o') {
      location.hash = paperHash(id);
    }
  };
  const comeBack = useRef((_event: KeyboardEvent): void => {});
  comeBack.current = (event) => {
    const id = ids[current];
    const comes = event.key === 'j' || event.key === 'k';
    if (!comes || id === undefined || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || isInBox(event.target)) return;
    event.preventDefault();
    roving.seek(id);
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => comeBack.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  return (
    <div ref={scroller} class={`list list-${density}`}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its links' */}
      <ul
        ref={list}
        class="virtual"
        aria-label={i18n.t('library.list')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
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
        <PaperFacts
          paper={paper}
          entry={isSaved(entry) ? entry : undefined}
          showUpvotes={false}
          marks={marks}
        />
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
