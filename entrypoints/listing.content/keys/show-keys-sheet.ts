import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { LoadLazyUi } from '../lazy/load-lazy-ui';
import type { MakeHost } from '../hosts/shadow-hosts';

/** Shows the keys in a dialog over the page. */
export function showKeysSheet(
  document: Document,
  keys: PageKeys,
  makeHost: MakeHost,
  loadLazyUi: LoadLazyUi,
): void {
  loadLazyUi((parts) => {
    const { element, root } = makeHost('keys', '', { position: 'fixed' });
    document.documentElement.append(element);
    const onClosed = () => {
      parts.clear(root);
      element.remove();
    };
    parts.keys(root, { keys, onClosed });
  });
}
