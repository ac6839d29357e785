import './import-preview.css';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportPlan, PlannedPaper } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { fullCount } from '@/components/format/format-count';
import { Tabs, type Tab } from '@/components/overlay/Tabs';
import { groupLabel, sourcesMessage, type PlanKind } from './import-messages';
import { PlanGroup } from './PlanGroup';
import { ProblemList } from './ProblemList';
import type { ReadSource } from './read-source';
import { StepHeading } from './StepHeading';

/** In display order. */
const KINDS = ['new', 'merges', 'in-trash', 'unchanged'] as const satisfies readonly PlanKind[];

type Group = PlanKind | 'problems';

interface Props {
  sources: readonly ReadSource[];
  plan: ImportPlan;
  /** Newly dismissed. */
  dismissed: number;
  problemCount: number;
  isExcluded(id: PaperId): boolean;
  onInclude(ids: readonly PaperId[], included: boolean): void;
  onCopyProblems(): Promise<void>;
}

/** Groups papers by outcome; nothing is written yet. */
export function ImportPreview(props: Props) {
  const { sources, plan, dismissed, problemCount, isExcluded, onInclude, onCopyProblems } = props;
  const groups = useMemo(() => groupsOf(plan), [plan]);
  const formats = [...new Set(sources.flatMap(({ format }) => format ?? []))];
  const from = sourcesMessage(sources.map(({ name }) => name));
  const tabs = tabsOf(groups, problemCount);
  const [chosen, setChosen] = useState<Group>();
  const shown = chosen ?? tabs[0]?.id ?? 'new';
  return (
    <div class="import-preview">
      <div class="import-summary">
        <StepHeading>
          {plan.length === 0
            ? i18n.t('import.foundDismissed', [from])
            : i18n.t('import.found', plan.length, [fullCount(plan.length), from])}
        </StepHeading>
        <p class="ps-quiet">
          {formats.length > 0 && `${i18n.t('import.readAs', [formats.join(', ')])} `}
          {plan.some(({ kind }) => kind !== 'unchanged')
            ? i18n.t('import.foundHint')
            : dismissed > 0
              ? i18n.t('import.nothingImportedYet')
              : i18n.t('import.nothingNew')}
          {dismissed > 0 && ` ${i18n.t('import.dismisses', dismissed, [fullCount(dismissed)])}`}
        </p>
        {sources.map(
          ({ name, encoding }) =>
            encoding !== undefined && (
              <p key={name} class="import-warning">
                {i18n.t('import.encoding', [name, encoding])}
              </p>
            ),
        )}
      </div>
      {tabs.length > 0 && (
        <Tabs<Group>
          label={i18n.t('import.groups.label')}
          tabs={tabs}
          selected={shown}
          onSelect={setChosen}
        >
          {shown === 'problems' ? (
            <ProblemList
              sources={sources}
              count={problemCount}
              hint={i18n.t('import.groupHints.problems')}
              onCopy={onCopyProblems}
            />
          ) : (
            <PlanGroup
              key={shown}
              kind={shown}
              papers={groups[shown]}
              isExcluded={isExcluded}
              onInclude={onInclude}
            />
          )}
        </Tabs>
      )}
    </div>
  );
}

function groupsOf(plan: ImportPlan): Record<PlanKind, PlannedPaper[]> {
  const groups: Record<PlanKind, PlannedPaper[]> = {
    new: [],
    merges: [],
    'in-trash': [],
    unchanged: [],
  };
  for (const planned of plan) groups[planned.kind].push(planned);
  return groups;
}

function tabsOf(
  groups: Readonly<Record<PlanKind, readonly PlannedPaper[]>>,
  problemCount: number,
): Tab<Group>[] {
  const tabs: Tab<Group>[] = KINDS.map((kind) => {
    return { id: kind, label: groupLabel(kind), count: groups[kind].length };
  });
  tabs.push({ id: 'problems', label: i18n.t('import.groups.problems'), count: problemCount });
  return tabs.filter(({ count }) => count !== 0);
}
