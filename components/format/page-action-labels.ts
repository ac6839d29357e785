import { i18n } from '#i18n';
import type { PageAction } from '@/lib/keyboard/page-keys';

export function pageActionLabel(action: PageAction): string {
  switch (action) {
    case 'next':
      return i18n.t('keys.next');
    case 'previous':
      return i18n.t('keys.previous');
    case 'open':
      return i18n.t('keys.open');
    case 'save':
      return i18n.t('pageKeys.save');
    case 'tag':
      return i18n.t('pageKeys.tag');
    case 'note':
      return i18n.t('pageKeys.note');
    case 'dismiss':
      return i18n.t('pageKeys.dismiss');
    case 'select':
      return i18n.t('keys.select');
    case 'range':
      return i18n.t('keys.selectRange');
    case 'bar':
      return i18n.t('pageKeys.bar');
    case 'undo':
      return i18n.t('pageKeys.undo');
    case 'help':
      return i18n.t('keys.sheet');
  }
}
