import type { FootView, ShownFoot } from '@/lib/content-script/listing/listing-views';
import type { LazyListing } from '../lazy/lazy-listing';

/** The foot of the window, loaded when there is something to show. */
export function footLoader(lazy: LazyListing): FootView {
  let foot: FootView | undefined;
  let shown: ShownFoot | undefined;
  return {
    draw(next) {
      shown = next;
      lazy.load((ui) => {
        // Removed while the lazy UI loaded.
        if (shown === undefined) return;
        foot ??= ui.foot();
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
