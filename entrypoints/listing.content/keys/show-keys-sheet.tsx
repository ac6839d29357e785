import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { MakeHost } from '../hosts/shadow-hosts';
import { clearRoot, drawStyled } from '../lazy/draw';
import { PageKeysSheet } from './PageKeysSheet';
import keysCss from './page-keys-sheet.css?inline';

/** Adds a dialog to the page, removed when closed. */
export function showKeysSheet(document: Document, keys: PageKeys, makeHost: MakeHost): void {
  const { element, root } = makeHost('', { position: 'fixed' });
  document.documentElement.append(element);
  const onClosed = () => {
    clearRoot(root);
    element.remove();
  };
  drawStyled(root, keysCss, <PageKeysSheet keys={keys} onClosed={onClosed} />);
}
