import type { ComponentChildren } from 'preact';
import { PageProvider } from '@/lib/pages/page-context';
import type { LibraryContext } from '@/lib/library/context';

/** @returns a wrapper for `render`: a page over `library` */
export function pageWith(library: LibraryContext) {
  return ({ children }: { children: ComponentChildren }) => (
    <PageProvider library={library}>{children}</PageProvider>
  );
}
