import './open-paper-pane.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import type { FieldWanted, PaperActions } from '@/components/paper/PaperDetail';
import { OpenPaper } from '@/lib/pages/OpenPaper';
import type { Exporting } from '@/lib/pages/actions/use-export';
import type { PaperId } from '@/lib/papers/paper-id';

interface Props {
  open: PaperId | undefined;
  /** Covers the list. */
  narrow: boolean;
  actions: PaperActions;
  /** Set if the list's menu is covered. */
  exporting: Exporting | undefined;
  wanted: FieldWanted | undefined;
  /** Shown if the list's are covered. */
  notices: ComponentChildren;
  onBack(): void;
}

/** The open paper, beside or over the list. */
export function OpenPaperPane({ open, narrow, wanted, ...detail }: Props) {
  return (
    <section class="pane-paper" aria-label={i18n.t('library.openPaper')}>
      {open === undefined ? (
        <EmptyState title={i18n.t('library.nothingOpen')}>
          {i18n.t('library.nothingOpenHint')}
        </EmptyState>
      ) : (
        <OpenPaper
          key={open}
          paperId={open}
          takesFocus={narrow && wanted?.paperId !== open}
          wanted={wanted}
          {...detail}
        />
      )}
    </section>
  );
}
