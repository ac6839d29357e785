import './tag-list.css';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RenamePlan } from '@/lib/papers/tags/plan-rename';
import { tagKey } from '@/lib/papers/tags/tag';
import type { TagRow } from '@/lib/papers/tags/tag-rows';
import { RovingList, type RowSelection } from '@/components/list/RovingList';
import { useRovingRows } from '@/components/list/use-roving-rows';
import { RenameField } from './RenameField';
import { TagLine } from './TagLine';

/** px */
const ROW_HEIGHT = 38;
/** Deeper levels are not indented, to leave space for names. */
const LEVELS_INDENTED = 8;

interface Props extends RowSelection<string> {
  rows: readonly TagRow[];
  /** Lists the tag's papers. */
  hrefOf(tag: string): string;
  planRename(tag: string, typed: string): RenamePlan | undefined;
  /** Resolves to whether it succeeded. */
  onRename(tag: string, plan: RenamePlan): Promise<boolean>;
  /** Merges spelling variants. */
  onUnify(row: TagRow): void;
  onDelete(tag: string): void;
  onDeleteKey(tag: string): void;
}

/**
 * All tags, indented by level. One row is a tab stop; arrow keys, j and k move it, x selects, F2
 * renames, Delete deletes.
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
  const { seek } = roving;

  const leave = (key: string): void => {
    setRenaming(undefined);
    seek(key);
  };
  const rename = async (row: TagRow, plan: RenamePlan): Promise<void> => {
    leave(row.key);
    if (await props.onRename(row.tag, plan)) seek(tagKey(plan.to));
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    if (event.key === 'F2') {
      event.preventDefault();
      setRenaming(row.key);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      props.onDeleteKey(row.tag);
    }
  };

  return (
    <RovingList
      roving={roving}
      keys={keys}
      label={i18n.t('tags.label')}
      class="list"
      selection={props}
      onKey={onKey}
      rowProps={(index) => {
        const level = rows[index]?.level ?? 0;
        return {
          class: 'tag-row',
          'aria-level': level + 1,
          style: { '--level': Math.min(level, LEVELS_INDENTED) },
        };
      }}
    >
      {(index, isCurrent) => {
        const row = rows[index];
        if (row === undefined) return null;
        const { key, tag } = row;
        return key === renaming ? (
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
            tabIndex={isCurrent ? 0 : -1}
            onSelect={(selected, range) => onSelect(index, selected, range)}
            onRename={() => setRenaming(key)}
            onUnify={() => props.onUnify(row)}
            onDelete={() => props.onDelete(tag)}
          />
        );
      }}
    </RovingList>
  );
}
