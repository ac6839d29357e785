import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PaperId } from '@/lib/papers/paper-id';
import { useRovingRows } from '../use-roving-rows';
import type { ListedPaper } from '../VirtualPaperList';
import { TrashRow } from './TrashRow';

/** Height of a row with one line of title and no note, px. */
const ROW_HEIGHT = 82;

interface Props {
  ids: readonly PaperId[];
  /** The row of a paper, undefined while it is not read. */
  rowOf(id: PaperId): ListedPaper | undefined;
  /** The rows from `start` to `end` (exclusive) are in view, or near it. */
  onRange(start: number, end: number): void;
  /** ms since epoch. */
  now: number;
  isSelected(id: PaperId): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
  onRestore(id: PaperId): void;
  /** The Delete key was pressed in the row of a paper. */
  onDeleteKey(id: PaperId): void;
}

/** What was removed. One row is a tab stop; arrow keys, j and k move it, x selects. */
export function TrashList(props: Props) {
  const { ids, onRange, isSelected, onSelect } = props;
  const roving = useRovingRows({ keys: ids, estimate: ROW_HEIGHT, target: '.row-title a' });
  const { scroller, list, virtual, current, rowOf } = roving;
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when the range changes, not its hearer
  useLayoutEffect(() => onRange(first, last + 1), [first, last, ids]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (roving.onKeyDown(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rowOf(event.target);
    const id = at === undefined ? undefined : ids[at];
    if (at === undefined || id === undefined) return;
    if (event.key === 'x' || event.key === 'X') {
      onSelect(at, !isSelected(id), event.key === 'X');
    } else if (event.key === 'Delete') {
      event.preventDefault();
      props.onDeleteKey(id);
    }
  };

  return (
    <div ref={scroller} class="list">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its links' */}
      <ul
        ref={list}
        class="virtual"
        aria-label={i18n.t('trash.list')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            <li
              key={id}
              ref={virtual.measureElement}
              data-index={index}
              class="row trash-row"
              aria-setsize={ids.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <TrashRow
                row={props.rowOf(id)}
                now={props.now}
                selected={isSelected(id)}
                tabIndex={index === current ? 0 : -1}
                onSelect={(selected, range) => onSelect(index, selected, range)}
                onRestore={() => props.onRestore(id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
