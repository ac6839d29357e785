import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { useLibrary } from '@/lib/pages/page-context';
import { ImportSession, type ImportState } from './import-session';

const sessions = new WeakMap<LibraryContext, ImportSession>();

/** The page's import session, which outlives the view. */
export function useImport(): { state: ImportState; session: ImportSession } {
  const library = useLibrary();
  const session = useMemo(() => sessionOf(library), [library]);
  const [state, setState] = useState(session.state);
  useLayoutEffect(() => session.follow(setState), [session]);
  return { state, session };
}

function sessionOf(library: LibraryContext): ImportSession {
  const session = sessions.get(library) ?? new ImportSession(library);
  sessions.set(library, session);
  return session;
}
