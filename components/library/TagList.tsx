import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RenamePlan } from '@/lib/papers/plan-rename';
import { tagKey } from '@/lib/papers/tag';
import type { TagRow } from '@/lib/papers/tag-rows';
import { isTyping } from '../is-typing';
import { useRovingRows } from '../use-roving-rows';
import { RenameField } from './RenameField';
import { TagLine } from './TagLine';

/** Height of a row, px. */
const ROW_HEIGHT = 38;
/** Deeper levels stand no further in: there must be room for their names. */
const LEVELS_INDENTED = 8;

interface Props {
  rows: readonly TagRow[];
  /** The address of the papers with a tag. */
  hrefOf(tag: string): string;
  isSelected(key: string): boolean;
  /** @param range whether it reaches from the last one selected to this */
  onSelect(index: number, selected: boolean, range: boolean): void;
  planRename(tag: string, typed: string): RenamePlan | undefined;
  /** Resolves to whether it is done. */
  onRename(tag: string, plan: RenamePlan): Promise<boolean>;
  /** Writes a tag in one way that is written in several. */
  onUnify(row: TagRow): void;
  onDelete(tag: string): void;
  /** The Delete key was pressed in the row of a tag. */
  onDeleteKey(tag: string): void;
}

/**
 * All tags, those below another set in. One row is a tab stop; arrow keys, j and k move it, x
 * selects, F2 renames, Delete deletes.
 */
export function TagList(props: Props) {
  const { rows, isSelected, onSelect } = props;
  const [renaming, setRenaming] = useState<string>();
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const roving = useRovingRows({
    keys,
    estimate: ROW_HEIGHT,
    target: '.tag-link',
    keep: renaming,
  });
  const { scroller, list, virtual, current, rowOf, seek } = roving;

  const leave = (key: string): void => {
    setRenaming(undefined);
    seek(key);
  };
  const rename = async (row: TagRow, plan: RenamePlan): Promise<void> => {
    leave(row.key);
    if (await props.onRename(row.tag, plan)) seek(tagKey(plan.to));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || roving.onKeyDown(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rowOf(event.target);
    const row = at === undefined ? undefined : rows[at];
    if (at === undefined || row === undefined) return;
    switch (event.key) {
      case 'x':
      case 'X':
        onSelect(at, !isSelected(row.key), event.key === 'X');
        break;
      case 'F2':
        event.preventDefault();
        setRenaming(row.key);
        break;
      case 'Delete':
        event.preventDefault();
        props.onDeleteKey(row.tag);
    }
  };

  return (
    <div ref={scroller} class="tag-list">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are its links' */}
      <ul
        ref={list}
        class="tag-rows"
        aria-label={i18n.t('tags.label')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { key, tag } = row;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              class="tag-row"
              aria-level={row.level + 1}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{
                transform: `translateY(${start}px)`,
                '--level': Math.min(row.level, LEVELS_INDENTED),
              }}
            >
              {key === renaming ? (
                <RenameField
                  label={i18n.t('tagsView.newName', [tag])}
                  initial={tag}
                  plan={(typed) => props.planRename(tag, typed)}
                  onCommit={(plan) => void rename(row, plan)}
                  onLeave={() => leave(key)}
                />
              ) : (
                <TagLine
                  row={row}
                  href={props.hrefOf(tag)}
                  selected={isSelected(key)}
                  tabIndex={index === current ? 0 : -1}
                  onSelect={(selected, range) => onSelect(index, selected, range)}
                  onRename={() => setRenaming(key)}
                  onUnify={() => props.onUnify(row)}
                  onDelete={() => props.onDelete(tag)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
