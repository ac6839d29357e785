import type { FootView, ShownFoot } from '@/lib/content-script/listing/listing-views';
import type { LazyListing } from '../lazy/lazy-listing';

/** The foot, loaded once there is something to show. */
export function footLoader(lazy: LazyListing): FootView {
  let foot: FootView | undefined;
  let shown: ShownFoot | undefined;
  return {
    draw(next) {
      shown = next;
      lazy.load((ui) => {
        // Removed during loading.
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
