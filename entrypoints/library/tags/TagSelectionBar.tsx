import '../bar.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RenamePlan } from '@/lib/papers/tags/plan-rename';
import { fullCount } from '@/components/format/format-count';
import { FocusRestore } from '@/components/feedback/FocusRestore';
import { RenameField } from './RenameField';

interface Props {
  /** Selected, most used first. */
  tags: readonly string[];
  planMerge(typed: string): RenamePlan | undefined;
  onMerge(plan: RenamePlan): void;
  onDelete(): void;
  onClear(): void;
}

/** Merge targets, most used first. */
const OFFERED = 50;

export function TagSelectionBar({ tags, planMerge, onMerge, onDelete, onClear }: Props) {
  const [merging, setMerging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => {
    if (left.current) opener.current?.focus();
    left.current = merging;
  }, [merging]);
  const count = fullCount(tags.length);
  return (
    <FocusRestore class="bar bar-bulk" role="group" aria-label={i18n.t('tagsView.selection')}>
      {merging ? (
        <RenameField
          label={i18n.t('tagsView.mergeSelected', tags.length, [count])}
          showLabel
          initial={tags[0] ?? ''}
          offers={tags.slice(0, OFFERED)}
          plan={planMerge}
          onCommit={(plan) => {
            setMerging(false);
            onMerge(plan);
          }}
          onLeave={() => setMerging(false)}
        />
      ) : (
        <>
          <span class="bar-count" role="status">
            {i18n.t('library.selected', tags.length, [count])}
          </span>
          <button type="button" class="ps-text-button" onClick={onClear}>
            {i18n.t('library.clearSelection')}
          </button>
          <span class="bar-space" />
          {tags.length > 1 && (
            <button ref={opener} type="button" class="ps-button" onClick={() => setMerging(true)}>
              {i18n.t('tagsView.mergeSome')}
            </button>
          )}
          <button type="button" class="ps-button ps-button-danger" onClick={onDelete}>
            {i18n.t('tagsView.delete')}
          </button>
        </>
      )}
    </FocusRestore>
  );
}
