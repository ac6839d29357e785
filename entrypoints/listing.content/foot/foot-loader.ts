import type { FootView, ShownFoot } from '@/lib/content-script/listing/listing-views';
import type { LazyUi } from '../lazy/lazy-ui';
import type { LoadLazyUi } from '../lazy/load-lazy-ui';

/** The foot of the window, loaded when there is something to show. */
export function footLoader(make: (ui: LazyUi) => FootView, loadLazyUi: LoadLazyUi): FootView {
  let foot: FootView | undefined;
  let shown: ShownFoot | undefined;
  return {
    draw(next) {
      shown = next;
      loadLazyUi((ui) => {
        // Removed while the lazy UI loaded.
        if (shown === undefined) return;
        foot ??= make(ui);
        foot.draw(shown);
      });
    },
    focus: () => foot?.focus() ?? false,
    remove() {
      shown = undefined;
      foot?.remove();
    },
  };
}
