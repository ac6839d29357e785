import { i18n } from '#i18n';
import type { Status } from '@/lib/papers/entry';

export function statusLabel(status: Status): string {
  switch (status) {
    case 'to-read':
      return i18n.t('status.toRead');
    case 'reading':
      return i18n.t('status.reading');
    case 'read':
      return i18n.t('status.read');
  }
}
