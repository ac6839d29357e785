import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { FilterField } from './FilterField';
import { TagList } from './TagList';
import { TagsBar } from './TagsBar';
import { TagSelectionBar } from './TagSelectionBar';
import { View } from '../View';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import { tagLists } from '@/lib/library/tags/tag-lists';
import { planRename } from '@/lib/papers/tags/plan-rename';
import { filterTagRows, tagRows, type TagOrder } from '@/lib/papers/tags/tag-rows';
import { tagUses, type TagUses } from '@/lib/papers/tags/tag-uses';
import { printTerm } from '@/lib/query/print-query';
import { querySearch, viewHash } from '../route';
import { useSelection } from '../use-selection';
import { useTagChanges } from './use-tag-changes';

const NONE: TagUses = new Map();

/** All tags with paper counts: rename, merge or delete. */
export function TagsView() {
  const { db } = useLibrary();
  const read = useLiveQuery(async () => tagUses(await tagLists(db)), [db]);
  const uses = read ?? NONE;
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<TagOrder>('name');
  const rows = useMemo(() => tagRows(uses, order), [uses, order]);
  const shown = useMemo(() => filterTagRows(rows, filter), [rows, filter]);
  const selection = useSelection(useMemo(() => shown.map(({ key }) => key), [shown]));
  const selected = useMemo(
    () =>
      rows
        .filter(({ key }) => selection.has(key))
        .sort((a, b) => b.count - a.count)
        .map(({ tag }) => tag),
    [rows, selection],
  );
  const changes = useTagChanges();

  const deleteSelected = (): void => {
    void changes.remove(selected);
    selection.clear();
  };
  return (
    <View title={i18n.t('tagsView.title')} hint={i18n.t('tagsView.hint')}>
      {rows.length > 0 && (
        <div class="view-fill">
          <FilterField label={i18n.t('tagsView.filter')} value={filter} onChange={setFilter} />
          {selected.length > 0 ? (
            <TagSelectionBar
              tags={selected}
              planMerge={(typed) => planRename(uses, selected, typed)}
              onMerge={(plan) => {
                void changes.merge(selected, plan.to);
                selection.clear();
              }}
              onDelete={deleteSelected}
              onClear={selection.clear}
            />
          ) : (
            <TagsBar
              shown={shown.length}
              all={rows.length}
              order={order}
              onOrder={setOrder}
              onSelectAll={selection.selectAll}
            />
          )}
          {shown.length > 0 && (
            <TagList
              rows={shown}
              hrefOf={papersWith}
              isSelected={selection.has}
              onSelect={selection.select}
              planRename={(tag, typed) => planRename(uses, [tag], typed)}
              onRename={(tag, { to, mergesWith }) =>
                mergesWith === undefined ? changes.rename([tag], to) : changes.merge([tag], to)
              }
              onUnify={({ tag, variants }) => void changes.unify(tag, variants)}
              onDelete={(tag) => void changes.remove([tag])}
              onDeleteKey={(tag) =>
                selected.length > 0 ? deleteSelected() : void changes.remove([tag])
              }
            />
          )}
          {shown.length === 0 && (
            <EmptyState title={i18n.t('tagsView.nothingFound')}>
              {i18n.t('tagsView.nothingFoundHint')}
            </EmptyState>
          )}
        </div>
      )}
      {read?.size === 0 && (
        <EmptyState title={i18n.t('tagsView.empty')}>{i18n.t('tagsView.emptyHint')}</EmptyState>
      )}
    </View>
  );
}

/** URL of papers with a tag or one below. */
function papersWith(tag: string): string {
  return `${querySearch(printTerm('tag', tag))}${viewHash('papers')}`;
}
