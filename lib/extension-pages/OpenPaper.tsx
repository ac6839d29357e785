import type { ComponentChildren } from 'preact';
import { PaperDetail, type PaperActions } from '@/components/PaperDetail';
import { UnknownPaper } from '@/components/UnknownPaper';
import type { LibraryContext } from '../library/context';
import { paperRows } from '../library/queries';
import type { PaperId } from '../papers/paper-id';
import { useLiveQuery } from './use-live-query';

interface Props {
  library: LibraryContext;
  paperId: PaperId;
  actions: PaperActions;
  takesFocus: boolean;
  onBack(): void;
  exportMenu: ComponentChildren;
  notices: ComponentChildren;
}

/** One paper of the database, open, and kept up to date. */
export function OpenPaper({ library: { db }, paperId, ...detail }: Props) {
  const rows = useLiveQuery(async () => paperRows(db, [paperId]), [db, paperId]);
  if (rows === undefined) return <article class="detail" />;
  const [row] = rows;
  if (row === undefined) return <UnknownPaper onBack={detail.onBack} />;
  return <PaperDetail {...row} {...detail} />;
}
