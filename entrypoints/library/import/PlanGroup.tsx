import { useId, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PlannedPaper } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { fullCount } from '@/components/format/format-count';
import { groupHint, groupLabel, type PlanKind } from './import-messages';
import { PlanRow } from './PlanRow';
import { RowList } from './RowList';

/** With a one-line title, px. */
const ROW_HEIGHT = 58;

interface Props {
  kind: PlanKind;
  papers: readonly PlannedPaper[];
  isExcluded(id: PaperId): boolean;
  onInclude(ids: readonly PaperId[], included: boolean): void;
}

/** Papers with one outcome; each or all can be excluded. */
export function PlanGroup({ kind, papers, isExcluded, onInclude }: Props) {
  const hint = useId();
  const [opened, setOpened] = useState<ReadonlySet<PaperId>>(new Set());
  const canChoose = kind !== 'unchanged';
  const ids = useMemo(() => papers.map(({ paper }) => paper.id), [papers]);
  const included = ids.filter((id) => !isExcluded(id)).length;
  return (
    <>
      <div class="import-group">
        {canChoose && (
          <label class="import-all">
            <input
              type="checkbox"
              checked={included === ids.length}
              indeterminate={included > 0 && included < ids.length}
              aria-label={i18n.t('import.includeAll')}
              aria-describedby={hint}
              onChange={({ currentTarget }) => onInclude(ids, currentTarget.checked)}
            />
            {included === ids.length
              ? i18n.t('import.all')
              : i18n.t('work.progress', [fullCount(included), fullCount(ids.length)])}
          </label>
        )}
        <span id={hint} class="import-small">
          {groupHint(kind)}
        </span>
      </div>
      <RowList
        label={groupLabel(kind)}
        keys={ids}
        estimate={ROW_HEIGHT}
        onKey={(key, index) => {
          const id = ids[index];
          if (key === 'x' && canChoose && id !== undefined) onInclude([id], isExcluded(id));
        }}
      >
        {(index, isCurrent) => {
          const planned = papers[index];
          if (planned === undefined) return null;
          const { id } = planned.paper;
          return (
            <PlanRow
              planned={planned}
              included={canChoose ? !isExcluded(id) : undefined}
              onInclude={(include) => onInclude([id], include)}
              open={opened.has(id)}
              onOpen={(open) => {
                const next = new Set(opened);
                if (open) next.add(id);
                else next.delete(id);
                setOpened(next);
              }}
              tabIndex={isCurrent ? 0 : -1}
            />
          );
        }}
      </RowList>
    </>
  );
}
