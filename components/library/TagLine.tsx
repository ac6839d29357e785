import { i18n } from '#i18n';
import type { TagRow } from '@/lib/papers/tag-rows';
import { BinIcon, PencilIcon } from '../icons';
import { fullCount } from '../paper-words';

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

/** One tag: its name, which leads to its papers, how many they are, and what can be done with it. */
export function TagLine({ row, href, selected, tabIndex, ...on }: Props) {
  const { tag, name, count, variants } = row;
  const others = variants.join(', ');
  return (
    <>
      <label class="row-check">
        <input
          type="checkbox"
          checked={selected}
          tabIndex={tabIndex}
          aria-label={i18n.t('library.select', [tag])}
          onClick={(event) => on.onSelect(event.currentTarget.checked, event.shiftKey)}
        />
      </label>
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
        <button
          type="button"
          class="tag-action"
          tabIndex={tabIndex}
          title={i18n.t('tagsView.rename')}
          aria-label={i18n.t('tagsView.renameTag', [tag])}
          aria-keyshortcuts="F2"
          onClick={on.onRename}
        >
          <PencilIcon />
        </button>
        <button
          type="button"
          class="tag-action tag-delete"
          tabIndex={tabIndex}
          title={i18n.t('tagsView.delete')}
          aria-label={i18n.t('tagsView.deleteTag', [tag])}
          aria-keyshortcuts="Delete"
          onClick={on.onDelete}
        >
          <BinIcon />
        </button>
      </span>
      <span class="tag-count" aria-hidden="true">
        {fullCount(count)}
      </span>
      <span class="ps-hidden">{i18n.t('library.papers', count, [fullCount(count)])}</span>
    </>
  );
}
