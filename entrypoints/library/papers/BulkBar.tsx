import '../bar.css';
import './bulk-bar.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { STATUSES, type Status } from '@/lib/papers/entry';
import { fullCount } from '@/components/format/format-count';
import { Menu } from '@/components/overlay/Menu';
import { FocusRestore } from '@/components/feedback/FocusRestore';
import { StatusDot } from '@/components/fields/StatusDot';
import { statusLabel } from '@/components/format/status-labels';

interface Props {
  selected: number;
  /** Selected but unlisted papers; actions skip them. */
  hidden: number;
  /** Not indexed yet. */
  left: number;
  onClear(): void;
  onStatus(status: Status): void;
  onRemove(): void;
  tagging: boolean;
  onTagging(open: boolean): void;
  /** The tag editor. */
  tags: ComponentChildren;
}

/** Actions for the selection, below the list: rows do not move. */
export function BulkBar(props: Props) {
  const { selected, hidden, left, onClear, onStatus, onRemove } = props;
  return (
    <FocusRestore class="bar bar-bulk" role="group" aria-label={i18n.t('bulk.label')}>
      <span class="bar-count" role="status">
        {i18n.t('library.selected', selected, [fullCount(selected)])}
        {hidden > 0 && ` ${i18n.t('bulk.hidden', [fullCount(hidden)])}`}
        {left > 0 && (
          <span class="bar-left"> {i18n.t('library.indexing', left, [fullCount(left)])}</span>
        )}
      </span>
      <button type="button" class="ps-text-button" onClick={onClear}>
        {i18n.t('library.clearSelection')}
      </button>
      <span class="bar-space" />
      <div class="bar-statuses" role="group" aria-label={i18n.t('bulk.setStatus')}>
        {STATUSES.map((status) => (
          <button key={status} type="button" class="ps-button" onClick={() => onStatus(status)}>
            <StatusDot status={status} />
            {statusLabel(status)}
          </button>
        ))}
      </div>
      <Menu label={i18n.t('tags.label')} open={props.tagging} onToggle={props.onTagging}>
        {() => props.tags}
      </Menu>
      <button type="button" class="ps-button ps-button-danger" onClick={onRemove}>
        {i18n.t('bulk.remove')}
      </button>
    </FocusRestore>
  );
}
