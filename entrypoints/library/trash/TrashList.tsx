import { i18n } from '#i18n';
import type { PaperRow } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';
import { RovingList, type RowSelection } from '@/components/list/RovingList';
import { useRovingRows } from '@/components/list/use-roving-rows';
import { TrashRow } from './TrashRow';

/** With a one-line title and no note, px. */
const ROW_HEIGHT = 82;

interface Props extends RowSelection<PaperId> {
  ids: readonly PaperId[];
  /** Undefined until read. */
  rowOf(id: PaperId): PaperRow | undefined;
  /** Rows in or near the viewport; `end` is exclusive. */
  onRange(start: number, end: number): void;
  /** ms since epoch. */
  now: number;
  onRestore(id: PaperId): void;
  onDeleteKey(id: PaperId): void;
}

/** Removed papers. One row is a tab stop; arrow keys, j and k move it, x selects. */
export function TrashList(props: Props) {
  const { ids, isSelected, onSelect } = props;
  const roving = useRovingRows({ keys: ids, estimate: ROW_HEIGHT, target: '.row-title a' });
  return (
    <RovingList
      roving={roving}
      keys={ids}
      label={i18n.t('trash.list')}
      class="list"
      selection={props}
      onKey={(event, _, id) => {
        if (event.key !== 'Delete') return;
        event.preventDefault();
        props.onDeleteKey(id);
      }}
      onRange={props.onRange}
      rowProps={() => ({ class: 'row trash-row' })}
    >
      {(index, isCurrent, id) => (
        <TrashRow
          row={props.rowOf(id)}
          now={props.now}
          selected={isSelected(id)}
          tabIndex={isCurrent ? 0 : -1}
          onSelect={(selected, range) => onSelect(index, selected, range)}
          onRestore={() => props.onRestore(id)}
        />
      )}
    </RovingList>
  );
}
