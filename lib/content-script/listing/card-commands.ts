import type { PageAction } from '@/lib/keyboard/page-keys';
import type { ListingPage } from './listing-page';

/** Runs a key's action; false when there was nothing to do. */
export function actByKey(page: ListingPage, action: PageAction): boolean {
  switch (action) {
    case 'help':
      page.showKeys();
      return true;
    case 'undo':
      return page.changes.undo();
    case 'bar':
      return page.goToFoot();
    case 'next':
      return page.step(1);
    case 'previous':
      return page.step(-1);
  }
  const id = page.currentVisible();
  if (id === undefined) return false;
  const { saved, dismissed } = page.papers.get(id);
  switch (action) {
    case 'open':
      page.open(id);
      break;
    case 'save':
      if (!saved) void page.save(id);
      break;
    case 'tag':
      page.openPanel(id, 'tags');
      break;
    case 'note':
      page.openPanel(id, 'note');
      break;
    case 'dismiss':
      page.changes.dismiss(id, !dismissed);
      if (!dismissed) page.step(1);
      break;
    case 'select':
    case 'range':
      page.select(id, action === 'range');
  }
  return true;
}
