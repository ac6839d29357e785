import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { TagRow } from '@/lib/papers/tags/tag-rows';
import { fullCount } from '@/components/format/format-count';
import { BinIcon, PencilIcon } from '@/components/icons';
import { RowCheck } from '@/components/list/RowCheck';

interface Props {
  row: TagRow;
  href: string;
  selected: boolean;
  tabIndex: number;
  onSelect(selected: boolean, range: boolean): void;
  onRename(): void;
  onUnify(): void;
  onDelete(): void;
}

/** A tag's link, count and actions. */
export function TagLine({ row, href, selected, tabIndex, ...on }: Props) {
  const { tag, name, count, variants } = row;
  const others = variants.join(', ');
  return (
    <>
      <RowCheck
        label={i18n.t('library.select', [tag])}
        selected={selected}
        tabIndex={tabIndex}
        onSelect={on.onSelect}
      />
      <div class="tag-name">
        <a class="tag-link" href={href} tabIndex={tabIndex} title={tag} aria-label={tag}>
          <bdi>{name}</bdi>
        </a>
        {variants.length > 0 && (
          <span class="tag-variants">
            <bdi class="tag-also">{i18n.t('tagsView.alsoWritten', [others])}</bdi>
            <button
              type="button"
              class="ps-text-button tag-unify"
              tabIndex={tabIndex}
              aria-label={i18n.t('tagsView.mergeInto', [others, name])}
              onClick={on.onUnify}
            >
              {i18n.t('tagsView.merge')}
            </button>
          </span>
        )}
      </div>
      <span class="tag-actions">
        <Action
          label={i18n.t('tagsView.rename')}
          name={i18n.t('tagsView.renameTag', [tag])}
          keyShortcut="F2"
          tabIndex={tabIndex}
          onClick={on.onRename}
        >
          <PencilIcon />
        </Action>
        <Action
          danger
          label={i18n.t('tagsView.delete')}
          name={i18n.t('tagsView.deleteTag', [tag])}
          keyShortcut="Delete"
          tabIndex={tabIndex}
          onClick={on.onDelete}
        >
          <BinIcon />
        </Action>
      </span>
      <span class="tag-count" aria-hidden="true">
        {fullCount(count)}
      </span>
      <span class="ps-hidden">{i18n.t('papers', count, [fullCount(count)])}</span>
    </>
  );
}

interface ActionProps {
  /** Tooltip. */
  label: string;
  /** Accessible name, including the tag's. */
  name: string;
  keyShortcut: string;
  tabIndex: number;
  /** For destructive actions. */
  danger?: boolean;
  onClick(): void;
  children: ComponentChildren;
}

function Action({ label, name, keyShortcut, danger = false, ...button }: ActionProps) {
  return (
    <button
      type="button"
      class={`ps-icon-button ps-icon-button-quiet${danger ? ' tag-delete' : ''}`}
      title={label}
      aria-label={name}
      aria-keyshortcuts={keyShortcut}
      {...button}
    />
  );
}
