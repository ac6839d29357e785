import type { UndoOffers } from '@/lib/pages/actions/use-undo';
import type { TaskRunner } from '@/lib/pages/actions/use-task-runner';
import type { LibraryContext } from '@/lib/library/context';

/** What every view works with. Works and undos are the page's: they outlast the view. */
export interface ViewProps {
  library: LibraryContext;
  tasks: TaskRunner;
  undoOffers: UndoOffers;
}
