import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { useTaskRunner, type TaskRunner } from './actions/use-task-runner';
import { useUndo, type UndoOffers } from './actions/use-undo';

/** Shared by an extension page. Tasks and undo offers outlive the view. */
export interface Page {
  library: LibraryContext;
  tasks: TaskRunner;
  undoOffers: UndoOffers;
}

const PageContext = createContext<Page | undefined>(undefined);

interface Props {
  library: LibraryContext;
  children: ComponentChildren;
}

/** Provides library, tasks and undo offers. */
export function PageProvider({ library, children }: Props) {
  const tasks = useTaskRunner();
  const undoOffers = useUndo();
  const page = useMemo(() => ({ library, tasks, undoOffers }), [library, tasks, undoOffers]);
  return <PageContext.Provider value={page}>{children}</PageContext.Provider>;
}

/** @throws outside a `PageProvider` */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('usePage is called outside a PageProvider');
  return page;
}

/** @throws outside a `PageProvider` */
export function useLibrary(): LibraryContext {
  return usePage().library;
}
