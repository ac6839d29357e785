import type { UndoOffers } from '@/lib/pages/actions/use-undo';
import type { TaskRunner } from '@/lib/pages/actions/use-task-runner';
import type { LibraryContext } from '@/lib/library/context';

/** Props of every view. Tasks and undo offers belong to the page and outlive the view. */
export interface ViewProps {
  library: LibraryContext;
  tasks: TaskRunner;
  undoOffers: UndoOffers;
}
