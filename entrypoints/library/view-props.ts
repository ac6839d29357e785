import type { Undos } from '@/lib/extension-pages/use-undo';
import type { Works } from '@/lib/extension-pages/use-work';
import type { LibraryContext } from '@/lib/library/context';

/** What every view works with. Works and undos are the page's: they outlast the view. */
export interface ViewProps {
  library: LibraryContext;
  works: Works;
  undos: Undos;
}
