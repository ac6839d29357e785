import './digest-row.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestPaper } from '@/lib/papers/digest';
import { NEW_FIELDS, type Entry } from '@/lib/papers/entry';
import { linksOf } from '@/lib/sites/links';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { fullCount } from '@/components/format/format-count';
import { paperHash } from '@/components/format/paper-address';
import { PaperFacts } from '@/components/paper/PaperFacts';
import { SaveButton } from '@/components/paper/SaveButton';
import { DigestControls, type DigestActions } from './DigestControls';

export interface RowStatus {
  saved: boolean;
  /** Undefined unless saved, and while storing that. */
  entry: Entry | undefined;
  /** Dismissed, not saved. */
  dismissed: boolean;
  /** Seen, saved or dismissed. */
  handled: boolean;
}

interface Props extends RowStatus {
  item: DigestPaper;
  open: boolean;
  actions: DigestActions;
  /** Maybe before it is saved. */
  tagging: boolean;
  onTagging(tagging: boolean): void;
}

export function DigestRow(props: Props) {
  const { item, saved, entry, dismissed, handled, open, actions, tagging, onTagging } = props;
  const { paper, rise } = item;
  const title = titleOf(paper);
  const row = useRef<HTMLLIElement>(null);
  // Layout effect: the next key goes to the field, not to shortcuts.
  useLayoutEffect(() => {
    if (tagging) row.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }, [tagging]);
  useEffect(() => {
    if (tagging && entry !== undefined) onTagging(false);
  });
  const names = [
    'digest-paper',
    open && 'digest-open',
    handled && 'digest-handled',
    dismissed && 'digest-dismissed',
  ];
  return (
    <li ref={row} class={names.filter(Boolean).join(' ')} data-paper={paper.id}>
      <h4 class="digest-title" dir="auto">
        <a href={paperHash(paper.id, 'digest')}>{title}</a>
      </h4>
      <SaveButton
        title={title}
        saved={saved}
        onToggle={(wanted) => (wanted ? actions.save(paper) : actions.remove(paper))}
      />
      <div class="digest-facts">
        <PaperFacts paper={paper} entry={undefined} />
        {rise > 0 && <span class="rise">{i18n.t('digest.rise', [fullCount(rise)])}</span>}
      </div>
      <Address paper={paper} />
      <Summary paper={paper} />
      <DigestControls
        paper={paper}
        fields={saved || tagging ? (entry ?? NEW_FIELDS) : undefined}
        dismissed={dismissed}
        actions={actions}
        onTag={() => {
          void actions.save(paper);
          onTagging(true);
        }}
      />
    </li>
  );
}

/** The URL, for print. */
function Address({ paper }: { paper: Paper }) {
  const { paperPage, arxiv } = linksOf(paper);
  const address = paperPage ?? arxiv;
  if (address === undefined) return null;
  return (
    <a class="digest-address" href={address}>
      {address.replace(/^https?:\/\//, '')}
    </a>
  );
}

/** The site's AI summary, else the abstract. */
function Summary({ paper: { aiSummary, abstract } }: { paper: Paper }) {
  if (!aiSummary && !abstract) return null;
  return (
    <p class="digest-summary" dir="auto">
      {aiSummary && <span class="digest-kind">{i18n.t('digest.aiSummary')} </span>}
      {aiSummary || abstract}
    </p>
  );
}
