import { i18n } from '#i18n';
import type { EntryChange } from '@/lib/library/entries/change-entries';
import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import { fullCount } from './format-count';
import { statusLabel } from './status-labels';

/** `3 papers saved`. */
export function changeMessage(change: EntryChange | BulkCardChange, count: number): string {
  const papers = fullCount(count);
  switch (change.kind) {
    case 'save':
      return i18n.t('selection.saved', count, [papers]);
    case 'dismiss':
      return i18n.t('selection.dismissed', count, [papers]);
    case 'status':
      return i18n.t('bulk.statusSet', count, [papers, statusLabel(change.status)]);
    case 'add-tag':
      return i18n.t('bulk.tagAdded', count, [papers, change.tag]);
    case 'remove-tag':
      return i18n.t('bulk.tagRemoved', count, [papers, change.tag]);
    case 'remove':
      return i18n.t('undo.removed', count, [papers]);
    case 'restore':
      return i18n.t('trash.restored', count, [papers]);
  }
}
