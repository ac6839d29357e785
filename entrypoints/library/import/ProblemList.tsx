import '@/components/list/list.css';
import './problem-list.css';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { useVirtualRows } from '@/components/list/use-virtual-rows';
import { placedProblems, problemSentence } from './import-messages';
import type { ReadSource } from './read-source';

/** With a one-line sentence and an excerpt, px. */
const ROW_HEIGHT = 62;

interface Props {
  sources: readonly ReadSource[];
  /** The total; only the first are stored. */
  count: number;
  hint: string;
  onCopy(): Promise<void>;
}

/** Unreadable parts: where, why, and remedies. */
export function ProblemList({ sources, count, hint, onCopy }: Props) {
  const problems = useMemo(() => placedProblems(sources), [sources]);
  const [copied, setCopied] = useState(false);
  const { scroller, virtual } = useVirtualRows({
    count: problems.length,
    estimate: ROW_HEIGHT,
    keyOf: String,
    keep: -1,
  });
  return (
    <>
      <div class="import-group">
        <span class="import-small">
          {hint}{' '}
          {problems.length < count &&
            i18n.t('import.firstProblems', [fullCount(problems.length), fullCount(count)])}
        </span>
        <span class="import-small" role="status">
          {copied && i18n.t('import.copied')}
        </span>
        <button
          type="button"
          class="ps-button"
          onClick={() => {
            // Without clipboard access, the text can still be selected.
            onCopy().then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {i18n.t('import.copyProblems')}
        </button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, and contains nothing focusable */}
      <div ref={scroller} class="list import-list" tabIndex={0} role="group" aria-label={hint}>
        <ul class="virtual" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const placed = problems[index];
            if (placed === undefined) return null;
            const { source, problem } = placed;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                class="import-row problem"
                aria-setsize={problems.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <p class="problem-place">
                  {(sources.length > 1 || problem.line === undefined) && <bdi>{source}</bdi>}
                  {problem.line !== undefined && (
                    <span>{i18n.t('import.line', [problem.line])}</span>
                  )}
                </p>
                <p>{problemSentence(problem.code)}</p>
                {problem.excerpt && <code class="problem-excerpt">{problem.excerpt}</code>}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
